package segue.cli;

import java.util.Iterator;
import segue.core.train.Algorithms;

/// The algorithms there are, for the help texts.
final class AlgorithmNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Algorithms.names().iterator();
    }
}
