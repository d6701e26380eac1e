package jp.tsunagu.compose.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips a test where compose.yaml cannot be started, and says so where a person reads it. */
final class LoudWithoutCompose implements ExecutionCondition {
  private static final Logger log = LoggerFactory.getLogger(LoudWithoutCompose.class);

  private static final List<String> SERVICES =
      List.of("referral-gateway", "agency-connector", "meeting-scheduler", "stream-stats");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return obstacle()
        .map(reason -> skipped(context, reason))
        .orElseGet(() -> ConditionEvaluationResult.enabled("compose.yaml can be started"));
  }

  private static Optional<String> obstacle() {
    if (ComposeCommand.installed().isEmpty()) {
      return Optional.of("DOCKER COMPOSE IS NOT INSTALLED");
    }
    for (Image image : List.of(Image.JAVA, Image.BROKER, Image.DATABASE)) {
      if (!image.canBeHad()) {
        return Optional.of("THE IMAGE " + image + " CANNOT BE HAD");
      }
    }
    return SERVICES.stream()
        .filter(service -> !isPackaged(service))
        .findFirst()
        .map(service -> service + " HAS NO EXECUTABLE JAR YET (mvn package)");
  }

  private static boolean isPackaged(String service) {
    var image = Path.of("..", service, "target", "image");
    if (!Files.isDirectory(image)) {
      return false;
    }
    try (var jars = Files.newDirectoryStream(image, service + "-*-exec.jar")) {
      return jars.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionEvaluationResult skipped(ExtensionContext context, String reason) {
    var test = context.getRequiredTestClass().getSimpleName();
    log.warn("{}: {} IS SKIPPED, compose.yaml WAS NOT STARTED", reason, test);
    return ConditionEvaluationResult.disabled(reason);
  }
}
