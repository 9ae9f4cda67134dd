package segue.core.train;

class UserKnnTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return UserKnn.DEFAULTS;
    }
}
