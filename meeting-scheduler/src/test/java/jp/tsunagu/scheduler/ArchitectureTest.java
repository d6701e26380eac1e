package jp.tsunagu.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import jp.tsunagu.contract.testing.ModuleClasses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  /** The library of RFC 5545 rules: as pure as the packages it serves, and seen by one class. */
  private static final String RECURRENCE_LIBRARY = "org.dmfs..";

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.scheduler")
        .pure(
            "jp.tsunagu.scheduler.body..",
            "jp.tsunagu.scheduler.agenda..",
            "jp.tsunagu.scheduler.figures..",
            "jp.tsunagu.scheduler.meeting..",
            "jp.tsunagu.scheduler.paper",
            RECURRENCE_LIBRARY)
        .printing("jp.tsunagu.scheduler.bench..", "jp.tsunagu.scheduler.recount..")
        .tests();
  }

  @Test
  void one_class_knows_the_library_of_recurrence_rules() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("jp.tsunagu.scheduler.body.Recurrence")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(RECURRENCE_LIBRARY)
        .check(ModuleClasses.ofProduct("jp.tsunagu.scheduler"));
  }
}
