package jp.tsunagu.connector.outbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Workers;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.dossier.TrustedKeys;
import jp.tsunagu.connector.outbox.KeyAnnouncements;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.connector.record.KnownKeys;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.EventHeaders;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One relay per hosted agency, each in a virtual thread of its own, and one producer for all who
 * act at the broker as one.
 */
@Component
final class Relays implements SmartLifecycle, DirectoryListener {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final AgencySignals signals;
  private final OutboxQueue queue;
  private final KeyAnnouncements keys;
  private final KnownKeys known;
  private final TrustedKeys trusted;
  private final Producers producers;
  private final CurrentDirectory directory;
  private final Codec codec;
  private final ConnectorProperties properties;
  private final Workers workers = new Workers();
  private final List<SharedProducer> inUse = new ArrayList<>();

  Relays(
      HostedAgencies agencies,
      Databases databases,
      AgencySignals signals,
      OutboxQueue queue,
      KeyAnnouncements keys,
      KnownKeys known,
      TrustedKeys trusted,
      Producers producers,
      CurrentDirectory directory,
      Codec codec,
      ConnectorProperties properties) {
    this.agencies = agencies;
    this.databases = databases;
    this.signals = signals;
    this.queue = queue;
    this.keys = keys;
    this.known = known;
    this.trusted = trusted;
    this.producers = producers;
    this.directory = directory;
    this.codec = codec;
    this.properties = properties;
  }

  @Override
  public void start() {
    keys.makeMissing();
    known.lookAgain();
    for (List<HostedAgency> together : agencies.byWay()) {
      SharedProducer shared = new SharedProducer(() -> producers.of(together));
      inUse.add(shared);
      together.forEach(one -> workers.start("outbox of " + one.id(), relay(one, shared)));
    }
  }

  private Relay relay(HostedAgency agency, SharedProducer shared) {
    AgencyDatabase database = databases.of(agency.id());
    String topic = new Topics(properties.network()).outbox(agency.id()).name();
    EventHeaders headers = new EventHeaders(properties.network());
    return new Relay(
        database,
        signals.outbox(agency.id()),
        new HeldCommands(database, queue, directory, trusted),
        shared,
        new Sender(database, queue, codec, headers, topic));
  }

  /** New keys may free what is held. */
  @Override
  public void directoryChanged(AgencyId hosted, NetworkDirectory directory) {
    signals.outbox(hosted).raise();
  }

  @Override
  public void stop() {
    workers.stop(Duration.ofSeconds(2));
    inUse.forEach(SharedProducer::close);
    inUse.clear();
  }

  @Override
  public boolean isRunning() {
    return workers.isRunning();
  }

  @Override
  public int getPhase() {
    return 100;
  }
}
