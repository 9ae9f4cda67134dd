package segue.core.train;

class PopularTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return Popular.DEFAULTS;
    }

    @Override
    public boolean personal() {
        return false;
    }
}
