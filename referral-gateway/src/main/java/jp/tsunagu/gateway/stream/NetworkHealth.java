package jp.tsunagu.gateway.stream;

import java.util.List;
import jp.tsunagu.gateway.topic.TopicBoard;
import jp.tsunagu.gateway.topic.TopicFault;
import jp.tsunagu.gateway.topic.TopicReport;
import jp.tsunagu.runtime.broker.StreamRun;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether referrals are being processed, and which agencies are set aside. */
record NetworkHealth(GatewayEngine engine, TopicBoard board) implements HealthIndicator {

  @Override
  public Health health() {
    TopicReport report = board.report();
    boolean processing = engine.run().map(StreamRun::isProcessing).orElse(false);
    Health.Builder health = processing ? Health.up() : Health.outOfService();
    if (!report.shared().isEmpty()
        || !engine.refusals().isEmpty()
        || engine.run().map(StreamRun::hasFailed).orElse(false)) {
      health = Health.down();
    }
    String stream = engine.run().map(run -> run.streams().state().name()).orElse("NOT_STARTED");
    return health
        .withDetail("trouble", engine.trouble().orElse(""))
        .withDetail("stream", stream)
        .withDetail("agencies", report.usable().size())
        .withDetail("setAside", messages(report.ofAgencies()))
        .withDetail("faults", messages(report.shared()))
        .withDetail("refused", engine.refusals())
        .build();
  }

  private static List<String> messages(List<TopicFault> faults) {
    return faults.stream().map(TopicFault::message).toList();
  }
}
