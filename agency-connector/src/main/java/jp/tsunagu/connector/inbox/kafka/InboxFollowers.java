package jp.tsunagu.connector.inbox.kafka;

import java.time.Duration;
import java.util.List;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.inbox.Intake;
import jp.tsunagu.connector.inbox.PassedOver;
import jp.tsunagu.connector.lost.LostSearch;
import jp.tsunagu.connector.lost.OwnRestoration;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One follower per hosted agency, and one consumer for all who act at the broker as one: what one
 * agency does, or does not get done, holds up no other.
 */
@Component
final class InboxFollowers implements SmartLifecycle {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final Consumers consumers;
  private final Intake intake;
  private final PassedOver passedOver;
  private final LostSearch search;
  private final OwnRestoration ownRestoration;
  private final Alarms alarms;
  private final AgencySignals signals;
  private final ConnectorProperties properties;
  private final Workers workers = new Workers();

  InboxFollowers(
      HostedAgencies agencies,
      Databases databases,
      Consumers consumers,
      Intake intake,
      PassedOver passedOver,
      LostSearch search,
      OwnRestoration ownRestoration,
      Alarms alarms,
      AgencySignals signals,
      ConnectorProperties properties) {
    this.agencies = agencies;
    this.databases = databases;
    this.consumers = consumers;
    this.intake = intake;
    this.passedOver = passedOver;
    this.search = search;
    this.ownRestoration = ownRestoration;
    this.alarms = alarms;
    this.signals = signals;
    this.properties = properties;
  }

  @Override
  public void start() {
    for (List<HostedAgency> together : agencies.byWay()) {
      SharedConsumer shared = new SharedConsumer(() -> consumers.of(together));
      workers.startForSeveral(Consumers.name(together), shared);
      together.forEach(one -> workers.start("inbox of " + one.id(), follower(one, shared)));
    }
  }

  private InboxFollower follower(HostedAgency agency, SharedConsumer shared) {
    AgencyDatabase database = databases.of(agency.id());
    Topic topic = new Topics(properties.network()).inbox(agency.id());
    Runnable news = signals.inbox(agency.id())::raise;
    return new InboxFollower(
        database,
        shared,
        part ->
            new InboxReader(
                database,
                new BatchIntake(agency, database, intake, passedOver, alarms, topic),
                new Restorations(database, search, () -> consumers.of(List.of(agency))),
                ownRestoration,
                alarms,
                part,
                topic.name(),
                news));
  }

  @Override
  public void stop() {
    workers.stop(Duration.ofSeconds(2));
  }

  @Override
  public boolean isRunning() {
    return workers.isRunning();
  }

  @Override
  public int getPhase() {
    return 200;
  }
}
