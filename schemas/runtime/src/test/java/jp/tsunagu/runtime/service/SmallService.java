package jp.tsunagu.runtime.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.TokenHash;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running {@link SmallApplication} on a port of its own. */
public final class SmallService implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext application;

  private SmallService(ConfigurableApplicationContext application) {
    this.application = application;
  }

  /** Starts it with these settings, such as {@code tsunagu.login.idle=2s}. */
  public static SmallService start(Class<?> application, List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add("server.port=0");
    all.add("server.address=127.0.0.1");
    all.add("spring.main.banner-mode=off");
    String[] arguments = all.stream().map(each -> "--" + each).toArray(String[]::new);
    return new SmallService(new SpringApplicationBuilder(application).run(arguments));
  }

  /** The settings of a caller with this token. */
  public static List<String> caller(int number, String role, String token, String... more) {
    String place = "tsunagu.callers[" + number + "].";
    List<String> settings = new ArrayList<>();
    settings.add(place + "role=" + role);
    settings.add(place + "token-sha256=" + TokenHash.hex(token));
    for (String each : more) {
      settings.add(place + each);
    }
    return settings;
  }

  /** The door of what belongs to one agency. */
  public static Door agencies() {
    return new Door(
        "/agencies/{agencyId}/**",
        (caller, path) ->
            caller instanceof Caller.OfAgency own
                && own.agency().value().equals(path.get("agencyId")),
        false);
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public URI at(String path) {
    String port = application.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** A request of whoever has this token, or none. */
  public HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(HTTP, request);
  }

  /** By somebody who keeps cookies, say. */
  public static HttpResponse<String> send(HttpClient by, HttpRequest.Builder request) {
    try {
      return by.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
