package jp.tsunagu.connector.webhook;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.connector.agency.Webhook;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.view.InboxView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Posts one item to an agency's own system. */
final class Posting implements AutoCloseable {

  private static final String LATE = "時間内に応答がありません";

  private final HttpClient client;
  private final Duration answerTimeout;
  private final Clock clock;
  private final CurrentDirectory directory;
  private final JsonMapper json;

  Posting(WebhookProperties properties, Clock clock, CurrentDirectory directory, JsonMapper json) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.answerTimeout = properties.connectTimeout().plus(properties.answerTimeout());
    this.clock = clock;
    this.directory = directory;
    this.json = json;
  }

  /**
   * Posts it; empty if it was taken, else why not, without anything of the content. It ends in time
   * whatever the system does: once its status is told, an answer that does not end is cut off.
   *
   * @throws InterruptedException when the sending thread is asked to end
   */
  Optional<String> post(Webhook webhook, InboxItem item) throws InterruptedException {
    AtomicInteger status = new AtomicInteger();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request(webhook, item),
            info -> {
              status.set(info.statusCode());
              return HttpResponse.BodySubscribers.discarding();
            });
    try {
      return judged(answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException unfinished) {
      return status.get() == 0 ? Optional.of(LATE) : judged(status.get());
    } catch (ExecutionException failed) {
      return Optional.of(reason(failed.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static Optional<String> judged(int status) {
    return status >= 200 && status < 300 ? Optional.empty() : Optional.of("HTTP " + status);
  }

  private static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> LATE;
      case ConnectException _ -> "接続できません";
      case null, default -> "通信が途切れました";
    };
  }

  private HttpRequest request(Webhook webhook, InboxItem item) {
    byte[] body = json.writeValueAsBytes(InboxView.of(item, directory.snapshot()));
    String id = item.itemId().toString();
    long timestamp = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(webhook.url())
        .timeout(answerTimeout)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", Signature.of(webhook.secret(), id, timestamp, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
