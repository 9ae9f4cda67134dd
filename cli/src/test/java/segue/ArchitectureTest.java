package segue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The floors of the house: imports go down only, and nowhere in circles.
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("segue");

    @Test
    void importsGoDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("segue.core..")
                .layer("audio")
                .definedBy("segue.audio..")
                .layer("library")
                .definedBy("segue.library..")
                .layer("engine")
                .definedBy("segue.engine..")
                .layer("server")
                .definedBy("segue.server..")
                .layer("cli")
                .definedBy("segue.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("server", "cli")
                .whereLayer("audio")
                .mayOnlyBeAccessedByLayers("engine", "server", "cli")
                .whereLayer("library")
                .mayOnlyBeAccessedByLayers("engine", "server", "cli")
                .check(CLASSES);
    }

    @Test
    void importsInCoreGoDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("run")
                .definedBy("segue.core.run..")
                .layer("math")
                .definedBy("segue.core.math..")
                .layer("data")
                .definedBy("segue.core.data..")
                .layer("model")
                .definedBy("segue.core.model..")
                .layer("rank")
                .definedBy("segue.core.rank..")
                .layer("train")
                .definedBy("segue.core.train..")
                .layer("eval")
                .definedBy("segue.core.eval..")
                .layer("tune")
                .definedBy("segue.core.tune..")
                .whereLayer("tune")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rank")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("eval")
                .mayOnlyBeAccessedByLayers("tune")
                .whereLayer("train")
                .mayOnlyBeAccessedByLayers("eval", "tune")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("rank", "train", "eval", "tune")
                .whereLayer("data")
                .mayOnlyBeAccessedByLayers("model", "rank", "train", "eval", "tune")
                .whereLayer("math")
                .mayOnlyBeAccessedByLayers("data", "model", "rank", "train", "eval", "tune")
                .check(CLASSES);
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("segue.core.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("segue.audio.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("segue.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("segue.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheLibraryKnowsTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("segue.library..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void theLibraryKnowsOnlyDataOfCore() {
        noClasses()
                .that()
                .resideInAPackage("segue.library..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "segue.core.model..",
                        "segue.core.train..",
                        "segue.core.eval..",
                        "segue.core.tune..")
                .check(CLASSES);
    }

    @Test
    void noClassIsNamedForWhatItIsNot() {
        noClasses()
                .should(
                        be(
                                describe(
                                        "called Abstract*, Base*, *Impl, *Manager, *Helper or *Util",
                                        type ->
                                                type.getSimpleName()
                                                        .matches(
                                                                "(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?)"))))
                .check(CLASSES);
    }

    @Test
    void noFileIsLongerThanFiveHundredLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath(), 20)) {
            assertThat(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> !file.toString().contains("target"))
                                    .filter(file -> lines(file) > 500))
                    .isEmpty();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
