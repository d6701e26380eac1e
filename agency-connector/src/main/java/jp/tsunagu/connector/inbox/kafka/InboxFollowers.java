package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.topic.Topics;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One follower per hosted agency, each in a thread of its own. */
@Component
final class InboxFollowers implements SmartLifecycle {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final Consumers consumers;
  private final Intake intake;
  private final Alarms alarms;
  private final AgencySignals signals;
  private final ConnectorProperties properties;
  private final List<Thread> threads = new ArrayList<>();

  InboxFollowers(
      HostedAgencies agencies,
      Databases databases,
      Consumers consumers,
      Intake intake,
      Alarms alarms,
      AgencySignals signals,
      ConnectorProperties properties) {
    this.agencies = agencies;
    this.databases = databases;
    this.consumers = consumers;
    this.intake = intake;
    this.alarms = alarms;
    this.signals = signals;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    for (HostedAgency agency : agencies.all()) {
      threads.add(Thread.ofPlatform().daemon().name("inbox-" + agency.id()).start(follower(agency)));
    }
  }

  private InboxFollower follower(HostedAgency agency) {
    AgencyDatabase database = databases.of(agency.id());
    String topic = new Topics(properties.network()).inbox(agency.id()).name();
    Runnable news = signals.inbox(agency.id())::raise;
    return new InboxFollower(
        database,
        () -> consumers.of(agency),
        consumer -> new InboxReader(agency, database, intake, alarms, consumer, topic, news));
  }

  @Override
  public synchronized void stop() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  @Override
  public int getPhase() {
    return 200;
  }
}
