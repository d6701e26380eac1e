package jp.tsunagu.contract;

import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.contract").tests();
  }
}
