package jp.tsunagu.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  /**
   * What tells of a case; ids, topics, wire, directory and calendar are all the runtime may see.
   */
  private static final String[] THE_CASE = {
    "jp.tsunagu.contract.lifecycle..",
    "jp.tsunagu.contract.dossier..",
    "jp.tsunagu.contract.message..",
    "jp.tsunagu.contract.meeting.."
  };

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.runtime").tests();
  }

  @Test
  void it_knows_no_case() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(THE_CASE)
        .allowEmptyShould(true)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("jp.tsunagu.runtime"));
  }
}
