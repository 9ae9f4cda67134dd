package segue.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import segue.core.math.SparseMatrix;

class TriplesTest {

    record Cell(int row, int column, int value) {}

    @Property(tries = 200)
    void becomeTheMatrixOfTheirSums(@ForAll("cells") List<Cell> cells) {
        Triples triples = new Triples();
        TreeMap<Integer, Float> sums = new TreeMap<>();
        for (Cell cell : cells) {
            triples.add(cell.row(), cell.column(), cell.value());
            sums.merge(cell.row() * 5 + cell.column(), (float) cell.value(), Float::sum);
        }
        SparseMatrix matrix = triples.matrix(7, 5);
        assertThat(matrix.entries()).isEqualTo(sums.size());
        for (int row = 0; row < 7; row++) {
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                assertThat(sums).containsEntry(row * 5 + matrix.column(e), matrix.value(e));
            }
        }
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 9))
                .as(Cell::new)
                .list()
                .ofMaxSize(60);
    }
}
