package jp.tsunagu.stats;

import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  /** Sketches and maps of numbers are arithmetic: they ask no clock and touch nothing. */
  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.stats")
        .pure(
            "jp.tsunagu.stats.fact..",
            "jp.tsunagu.stats.figure..",
            "jp.tsunagu.stats.table..",
            "com.datadoghq.sketch..",
            "it.unimi.dsi.fastutil..")
        .printing("jp.tsunagu.stats.recount..")
        .tests();
  }
}
