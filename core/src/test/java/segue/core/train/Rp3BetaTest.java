package segue.core.train;

class Rp3BetaTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return Rp3Beta.DEFAULTS;
    }
}
