package jp.tsunagu.connector.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Webhook;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.runtime.broker.Asking;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs the webhooks of every hosted agency, each in a thread of its own. */
@Component
@EnableConfigurationProperties(WebhookProperties.class)
final class WebhookSender implements SmartLifecycle {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final Deliveries deliveries;
  private final AgencySignals signals;
  private final WebhookProperties properties;
  private final Clock clock;
  private final Posting posting;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Running> senders = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  private record Running(AgencyWebhook webhook, SteadyWork work) {}

  WebhookSender(
      HostedAgencies agencies,
      Databases databases,
      Deliveries deliveries,
      AgencySignals signals,
      WebhookProperties properties,
      Clock clock,
      CurrentDirectory directory,
      JsonMapper json) {
    this.agencies = agencies;
    this.databases = databases;
    this.deliveries = deliveries;
    this.signals = signals;
    this.properties = properties;
    this.clock = clock;
    this.posting = new Posting(properties, clock, directory, json);
  }

  @Override
  public void start() {
    running = true;
    for (HostedAgency agency : agencies.all()) {
      Webhook webhook = agency.webhook();
      if (webhook != null) {
        senders.add(sender(agency, webhook));
      }
    }
    senders.forEach(sender -> sender.work().start());
  }

  private Running sender(HostedAgency agency, Webhook webhook) {
    Backoff backoff =
        new Backoff(properties.firstRetry(), properties.longestRetry(), new SecureRandom());
    AgencyWebhook work =
        new AgencyWebhook(
            databases.of(agency.id()),
            signals.inbox(agency.id()),
            webhook,
            deliveries,
            posting,
            backoff,
            properties.attempts(),
            clock);
    Semaphore places = new Semaphore(properties.parallelCases());
    Asking asking = new Asking(signals.inbox(agency.id()));
    return new Running(
        work,
        SteadyWork.oneOfMany(
            "webhook-" + agency.id(), () -> asking.once(() -> work.sendDue(threads, places))));
  }

  @Override
  public void stop() {
    running = false;
    senders.forEach(sender -> sender.work().close());
    senders.forEach(sender -> sender.webhook().close());
    senders.clear();
    threads.shutdownNow();
    posting.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
