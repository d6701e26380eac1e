package jp.tsunagu.runtime.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips what needs a Keycloak where the build did not get one, and says how it would. */
public final class LoudWithoutKeycloak implements ExecutionCondition {
  private static final Logger log = LoggerFactory.getLogger(LoudWithoutKeycloak.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Keycloak.distribution().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a distribution");
    }
    log.warn(
        "NO KEYCLOAK: {} IS SKIPPED (-Dkeycloak gets it, 165 MB)",
        context.getRequiredTestClass().getSimpleName());
    return ConditionEvaluationResult.disabled("NO KEYCLOAK");
  }
}
