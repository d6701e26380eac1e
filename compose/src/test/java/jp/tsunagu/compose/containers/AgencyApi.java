package jp.tsunagu.compose.containers;

import static jp.tsunagu.contract.testing.Patience.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an agency's own system does at its connector, over HTTP. */
final class AgencyApi {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  AgencyApi(int port, AgencyId agency, String token) {
    this.base = URI.create("http://127.0.0.1:" + port + "/agencies/" + agency + "/api/");
    this.token = token;
  }

  /** A referral as the agency sees it, with the ETag of what was seen. */
  record Seen(String etag, JsonNode body) {
    String stage() {
      return body.path("stage").path("code").asString();
    }
  }

  /** Whether the connector says that it can be used. */
  boolean isReady() throws IOException, InterruptedException {
    var health = base.resolve("/actuator/health/readiness");
    return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).statusCode()
        == 200;
  }

  /** Hands in a whole つなぐシート; gives the id of its referral. */
  String refer(String sheet) throws IOException, InterruptedException {
    return post(request("consultations"), sheet).path("referralId").asString();
  }

  /** 受理する, as the referral was last seen. */
  void accept(String referralId, Seen seen) throws IOException, InterruptedException {
    post(request("referrals/" + referralId + "/accept").header("If-Match", seen.etag()), "{}");
  }

  /** The referral; none as long as this agency knows none such. */
  Optional<Seen> referral(String referralId) throws IOException, InterruptedException {
    var response = send(request("referrals/" + referralId).GET());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    return Optional.of(seen(response));
  }

  private static Seen seen(HttpResponse<String> response) {
    successful(response);
    var etag = response.headers().firstValue("ETag").orElseThrow();
    return new Seen(etag, JsonMapper.shared().readTree(response.body()));
  }

  private JsonNode post(HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    var response =
        send(
            request
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    successful(response);
    return JsonMapper.shared().readTree(response.body());
  }

  private static void successful(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.timeout(SOON).build(), BodyHandlers.ofString());
  }
}
