package dev.umpire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house as code: which module may know which. It stands in the one module that sees all the others. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.umpire");

    @Test
    void theReferenceServerKnowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.umpire.fixtures..",
                        "dev.umpire.reports..",
                        "dev.umpire.suites..",
                        "dev.umpire.cli..",
                        "dev.umpire.load..",
                        "dev.umpire.explore..",
                        "dev.umpire.gatling..")
                .check(ALL);
    }

    @Test
    void reportsKnowNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.umpire.fixtures..",
                        "dev.umpire.server..",
                        "dev.umpire.suites..",
                        "dev.umpire.cli..",
                        "dev.umpire.load..",
                        "dev.umpire.explore..",
                        "dev.umpire.gatling..")
                .check(ALL);
    }

    @Test
    void fixturesKnowOnlyTheServersPublicApi() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.fixtures..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.umpire.reports..",
                        "dev.umpire.suites..",
                        "dev.umpire.cli..",
                        "dev.umpire.load..",
                        "dev.umpire.explore..",
                        "dev.umpire.gatling..")
                .check(ALL);
        classes()
                .that()
                .resideInAPackage("dev.umpire.server..")
                .and()
                .resideOutsideOfPackages("dev.umpire.server", "dev.umpire.server.app")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("dev.umpire.server..", "dev.umpire.fixtures.saboteur..")
                .check(ALL);
    }

    /** A bug that the server's codec and the judge's codec shared would cancel out. */
    @Test
    void rulesAndClientsNeverUseTheServersCode() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.umpire.fixtures..",
                        "dev.umpire.suites..",
                        "dev.umpire.explore..",
                        "dev.umpire.load..",
                        "dev.umpire.gatling..")
                .and()
                .resideOutsideOfPackages("dev.umpire.fixtures.target", "dev.umpire.fixtures.saboteur..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.umpire.server..")
                .check(ALL);
    }

    @Test
    void suitesDoNotKnowTheCommandThatRunsThem() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.suites..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.umpire.cli..", "dev.umpire.load..", "dev.umpire.junit..")
                .check(ALL);
    }

    @Test
    void explorationsKnowFixturesOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.explore..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.umpire.cli..",
                        "dev.umpire.junit..",
                        "dev.umpire.load..",
                        "dev.umpire.reports..",
                        "dev.umpire.suites..")
                .check(ALL);
    }

    @Test
    void onlyTheServersNettyPackageKnowsNetty() {
        noClasses()
                .that()
                .resideInAPackage("dev.umpire.server..")
                .and()
                .resideOutsideOfPackage("dev.umpire.server.netty")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(ALL);
    }

    @Test
    void onlyTheLoadModulesKnowGatling() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.umpire.load..", "dev.umpire.gatling..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.gatling..")
                .check(ALL);
    }

    @Test
    void noTwoPackagesKnowEachOther() {
        slices().matching("dev.umpire.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = ALL.stream()
                .map(JavaClass::getPackage)
                .filter(p -> !p.getClasses().isEmpty() && !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .collect(Collectors.toSet());
        assertThat(unmarked)
                .as("packages whose package-info.java lacks @NullMarked")
                .isEmpty();
    }
}
