package dev.tributary;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom. */
class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tributary");

    @Test
    void everyPackageUsesOnlyThoseItNames() {
        ApplicationModules.of(Tributary.class).verify();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.sshd.., extract",
        "org.apache.camel.., 'extract,inbox'",
        "jakarta.servlet.., 'inbox,console,api,access'",
        "org.springframework.web.bind.., 'inbox,console,api,access'",
        "org.springframework.web.servlet.., 'inbox,console,api,access'",
        "org.springframework.boot.webmvc.., console",
        "jakarta.persistence.., run",
        "org.springframework.data.., run",
        "com.github.pjfanning.., decode",
        "ezvcard.., timeline",
        "jakarta.mail.., 'extract,notice'",
        "org.springframework.mail.., notice",
        "org.eclipse.angus.., extract",
        "com.rometools.., decode",
        "org.jdom2.., decode",
        "com.dashjoin.., 'definition,extract,stage'",
        "org.thymeleaf.., 'report,console'",
        "org.apache.james.., decode",
        "org.apache.poi.., 'report,workbook,decode'",
        "org.springframework.security.., access",
        "org.owasp.html.., console",
        "org.quartz.., 'definition,schedule'",
        "io.micrometer.., health",
        "picocli.., cli"
    })
    void onlyItsOwnPackagesKnowALibrary(String library, String owners) {
        noClasses()
                .that(resideOutsideOfPackage("dev.tributary"))
                .and()
                .resideOutsideOfPackages(inside(owners))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl", "Handler", "Dto", "Base"})
    void noClassIsNamedForNothing(String ending) {
        noClasses().should().haveSimpleNameEndingWith(ending).check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItDecides() {
        assertThat(CLASSES)
                .extracting(it -> it.getPackage())
                .isNotEmpty()
                .allMatch(it -> it.tryGetPackageInfo().isPresent());
    }

    @Test
    void onlyTheProgramItselfKnowsStandardOutputAndGivesItToTheCommands() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Tributary.class)
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }

    /** Quartz and certificates speak of older ones. */
    @Test
    void timesAreOfJavaTime() {
        noClasses()
                .that(resideOutsideOfPackage("dev.tributary.schedule"))
                .and()
                .doNotHaveSimpleName("ScheduleReader")
                .and()
                .doNotHaveSimpleName("Certificate")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(CLASSES);
    }

    private static String[] inside(String owners) {
        String[] packages = owners.split(",");
        for (int i = 0; i < packages.length; i++) {
            packages[i] = "dev.tributary." + packages[i].strip() + "..";
        }
        return packages;
    }
}
