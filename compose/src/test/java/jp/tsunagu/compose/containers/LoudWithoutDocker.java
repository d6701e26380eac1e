package jp.tsunagu.compose.containers;

import java.net.URI;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Skips a test where no container can be run, and says so where a person reads it. */
final class LoudWithoutDocker implements ExecutionCondition {
  private static final Logger log = LoggerFactory.getLogger(LoudWithoutDocker.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!anEngineAnswers()) {
      return skipped(context, "NO DOCKER ENGINE ANSWERS");
    }
    if (!Image.BROKER.canBeHad()) {
      return skipped(context, "THE IMAGE " + Image.BROKER + " CANNOT BE HAD");
    }
    return ConditionEvaluationResult.enabled("containers can be run");
  }

  private static ConditionEvaluationResult skipped(ExtensionContext context, String reason) {
    var test = context.getRequiredTestClass().getSimpleName();
    log.warn("{}: {} IS SKIPPED, NOTHING WAS TRIED IN CONTAINERS", reason, test);
    return ConditionEvaluationResult.disabled(reason);
  }

  /** Testcontainers looks elsewhere when DOCKER_HOST is dead; who names an engine means that. */
  private static boolean anEngineAnswers() {
    var docker = DockerClientFactory.instance();
    if (!docker.isDockerAvailable()) {
      return false;
    }
    var named = System.getenv("DOCKER_HOST");
    return named == null
        || named.isBlank()
        || URI.create(named).equals(docker.getTransportConfig().getDockerHost());
  }
}
