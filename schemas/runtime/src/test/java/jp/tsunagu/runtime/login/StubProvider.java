package jp.tsunagu.runtime.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that lets everybody in at once, as the person it was told, and can be away. */
final class StubProvider implements AutoCloseable {
  static final String CLIENT = "service";
  private static final long LIFE = 300_000;

  private final RSAKey key;
  private final int port;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final AtomicInteger refreshed = new AtomicInteger();
  private volatile Map<String, Object> person = Map.of();
  private volatile boolean withdrawn;
  private volatile HttpServer server;

  StubProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("stub").generate();
      server = listen(0);
      port = server.getAddress().getPort();
    } catch (JOSEException | IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private HttpServer listen(int at) throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), at), 0);
    made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    made.createContext("/authorize", this::authorize);
    made.createContext("/token", this::token);
    made.createContext("/jwks", this::keys);
    made.start();
    return made;
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  List<String> settings() {
    return List.of(
        "tsunagu.login.client-id=" + CLIENT,
        "tsunagu.login.client-secret=secret",
        "tsunagu.login.issuer=" + issuer(),
        "tsunagu.login.authorization-uri=" + issuer() + "/authorize",
        "tsunagu.login.token-uri=" + issuer() + "/token",
        "tsunagu.login.jwk-set-uri=" + issuer() + "/jwks",
        "tsunagu.login.end-session-uri=" + issuer() + "/end",
        "tsunagu.login.audience=tsunagu",
        "tsunagu.login.recheck=1s");
  }

  /** From now on everybody who logs in is this one. */
  void isNow(Map<String, Object> claims) {
    person = Map.copyOf(claims);
    withdrawn = false;
  }

  void withdraw() {
    withdrawn = true;
  }

  int refreshed() {
    return refreshed.get();
  }

  void goAway() {
    server.stop(0);
  }

  void comeBack() {
    try {
      server = listen(port);
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    nonces.put(code, asked.get("nonce"));
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean again = "refresh_token".equals(asked.get("grant_type"));
    if (again) {
      refreshed.incrementAndGet();
    }
    if (withdrawn) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, Object> claims = new HashMap<>(person);
    claims.put("aud", CLIENT);
    if (!again) {
      claims.put("nonce", nonces.remove(asked.get("code")));
    }
    answer(
        exchange,
        200,
        """
        {"access_token":"a","token_type":"Bearer","expires_in":300,"refresh_token":"r","id_token":"%s"}
        """
            .formatted(signed("JWT", claims)));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
  }

  /** A token of this provider with these claims. */
  String signed(String type, Map<String, Object> claims) {
    Date now = new Date();
    JWTClaimsSet.Builder all =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .issueTime(now)
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(new Date(now.getTime() + LIFE));
    claims.forEach(all::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build(),
            all.build());
    try {
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> all = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
