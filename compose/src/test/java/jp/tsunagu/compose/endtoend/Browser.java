package jp.tsunagu.compose.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.runtime.testing.LocalCookies;

/** What a person sees who has a browser and no scripts: follows redirects, keeps cookies. */
final class Browser implements AutoCloseable {
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
  private static final Pattern ACTION_ELSEWHERE = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new LocalCookies();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  HttpResponse<String> open(URI address) {
    return send(page(address));
  }

  /** A request of a script: no page. */
  HttpResponse<String> fetch(URI address) {
    return send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
  }

  /** How a stream of events begins; it is not read. */
  HttpResponse<InputStream> begin(URI address) {
    try {
      var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream").build();
      var begun = http.send(request, BodyHandlers.ofInputStream());
      begun.body().close();
      return begun;
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }

  /** Keeps a stream of events open; done when it ends. */
  CompletableFuture<Void> listen(URI address) {
    try {
      var stream =
          http.send(
              HttpRequest.newBuilder(address).header("Accept", "text/event-stream").build(),
              BodyHandlers.ofLines());
      if (stream.statusCode() != 200) {
        throw new AssertionError(address + " answered " + stream.statusCode());
      }
      return CompletableFuture.runAsync(
          () -> stream.body().forEach(_ -> {}), Thread::startVirtualThread);
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }

  HttpResponse<String> post(URI address, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        page(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** What a script of a page sends, with the secret of this session. */
  HttpResponse<String> postJson(URI address, String json) {
    var secret = HIDDEN.matcher(open(address.resolve("/logout")).body());
    if (!secret.find()) {
      throw new AssertionError("nobody is logged in at " + address);
    }
    return send(
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("X-CSRF-TOKEN", secret.group(2))
            .POST(BodyPublishers.ofString(json)));
  }

  /** Sends the form of a page with its hidden fields and these. */
  HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed) {
    var action =
        Stream.of(ACTION, ACTION_ELSEWHERE)
            .flatMap(pattern -> pattern.matcher(page.body()).results())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no form on " + page.uri() + ": " + page.body()));
    var fields = new LinkedHashMap<String, String>();
    HIDDEN
        .matcher(page.body())
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2).replace("&amp;", "&")));
    fields.putAll(typed);
    return post(page.uri().resolve(action.group(1).replace("&amp;", "&")), fields);
  }

  /** Opens a page that asks who is there, and logs in. */
  HttpResponse<String> logIn(URI address, String login, String password) {
    return submit(open(address), Map.of("username", login, "password", password));
  }

  /** The password of a sample person. */
  static String passwordOf(SingleMachine machine, String login) {
    try (var lines = Files.lines(machine.folder().login().resolve("sample-people.txt"))) {
      return lines
          .filter(line -> line.startsWith(login + " "))
          .findFirst()
          .orElseThrow()
          .split(" +", -1)[1];
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  CookieManager cookies() {
    return cookies;
  }

  private static HttpRequest.Builder page(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(exception);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
