package jp.tsunagu.runtime.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why a service did not start, without a stack trace. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
    String description = String.join(System.lineSeparator(), cause.report());
    return new FailureAnalysis(
        description, "上の" + cause.report().size() + "件を直して、もう一度起動してください。", cause);
  }
}
