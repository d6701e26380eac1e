package jp.tsunagu.gateway;

import java.util.stream.Stream;
import jp.tsunagu.contract.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.gateway")
        .pure("jp.tsunagu.gateway.decision..")
        .printing("jp.tsunagu.gateway.enrolment..", "jp.tsunagu.gateway.recount..")
        .tests();
  }
}
