package jp.tsunagu.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import jp.tsunagu.contract.testing.ModuleClasses;
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
    return ArchitectureRules.of("jp.tsunagu.runtime")
        .printing("jp.tsunagu.runtime.doctor..")
        .tests();
  }

  @Test
  void a_second_door_is_noticed() {
    var classes = new ClassFileImporter().importPackages("jp.tsunagu.violations.door");
    var broken =
        ArchitectureRules.of("jp.tsunagu.violations.door")
            .rules()
            .filter(rule -> rule.evaluate(classes).hasViolation())
            .map(rule -> rule.getDescription());
    assertThat(broken)
        .containsExactlyInAnyOrder(
            "callers are let in by the runtime alone",
            "refusals have one page and one advice",
            "what comes in is bounded by the runtime alone",
            "a start is refused in one way");
  }

  @Test
  void a_second_follower_is_noticed() {
    var classes = new ClassFileImporter().importPackages("jp.tsunagu.violations.reading");
    var broken =
        ArchitectureRules.of("jp.tsunagu.violations.reading")
            .rules()
            .filter(rule -> rule.evaluate(classes).hasViolation())
            .map(rule -> rule.getDescription());
    assertThat(broken)
        .containsExactly(
            "topics are followed and read to their end by jp.tsunagu.runtime.broker alone");
  }

  @Test
  void it_knows_no_case() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(THE_CASE)
        .allowEmptyShould(true)
        .check(ModuleClasses.ofProduct("jp.tsunagu.runtime"));
  }
}
