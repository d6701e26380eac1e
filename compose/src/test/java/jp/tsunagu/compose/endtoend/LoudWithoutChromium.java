package jp.tsunagu.compose.endtoend;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips a test that needs a browser where there is none, and says so where a person reads it. */
public final class LoudWithoutChromium implements ExecutionCondition {

  private static final Logger log = LoggerFactory.getLogger(LoudWithoutChromium.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a browser");
    }
    log.warn("NO CHROMIUM: {} IS SKIPPED", context.getRequiredTestClass().getSimpleName());
    return ConditionEvaluationResult.disabled("NO CHROMIUM");
  }
}
