package jp.tsunagu.connector.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.tsunagu.connector.agency.Webhook;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.connector.view.InboxView;
import tools.jackson.databind.json.JsonMapper;

/** Posts one item to an agency's own system. */
final class Posting implements AutoCloseable {

  private final HttpClient client;
  private final Duration answerTimeout;
  private final Clock clock;
  private final JsonMapper json;

  Posting(WebhookProperties properties, Clock clock, JsonMapper json) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.answerTimeout = properties.answerTimeout();
    this.clock = clock;
    this.json = json;
  }

  /**
   * Posts it; empty if it was taken, else why not, without anything of the content.
   *
   * @throws InterruptedException when the sending thread is asked to end
   */
  Optional<String> post(Webhook webhook, InboxItem item) throws InterruptedException {
    try {
      int status =
          client.send(request(webhook, item), HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of("HTTP " + status);
    } catch (HttpTimeoutException late) {
      return Optional.of("時間内に応答がありません");
    } catch (ConnectException refused) {
      return Optional.of("接続できません");
    } catch (IOException broken) {
      return Optional.of("通信が途切れました");
    }
  }

  private HttpRequest request(Webhook webhook, InboxItem item) {
    byte[] body = json.writeValueAsBytes(InboxView.of(item));
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
