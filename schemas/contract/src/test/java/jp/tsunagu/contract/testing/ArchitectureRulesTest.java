package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureRulesTest {
  private static final String ROOT = "jp.tsunagu.violations";

  /** The libraries of these are not on this module's class path. */
  private static final String[] NOT_BROKEN_HERE = {
    "nothing is injected into fields",
    "Jackson 2 is not used",
    "callers are let in by the runtime alone",
    "refusals have one page and one advice",
    "what comes in is bounded by the runtime alone",
    "bodies are read as forms: a method takes their bytes",
    "a start is refused in one way",
    "topics are followed and read to their end by jp.tsunagu.runtime.broker alone"
  };

  @Test
  void every_rule_notices_the_class_that_breaks_it() {
    var classes = new ClassFileImporter().importPackages(ROOT);
    var broken =
        ArchitectureRules.of(ROOT)
            .pure(ROOT + ".core..")
            .rules()
            .filter(rule -> rule.evaluate(classes).hasViolation())
            .map(rule -> rule.getDescription());
    var all = ArchitectureRules.of(ROOT).rules().map(rule -> rule.getDescription());
    assertThat(Stream.concat(broken, Stream.of(NOT_BROKEN_HERE)))
        .containsExactlyInAnyOrderElementsOf(all.toList());
  }

  @TestFactory
  Stream<DynamicTest> a_module_without_classes_breaks_no_rule() {
    return ArchitectureRules.of("jp.tsunagu.nowhere").tests();
  }
}
