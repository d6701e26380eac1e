package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.jspecify.annotations.Nullable;

/**
 * Tries to reach the broker, and says in one line what is wrong. Never repeats a password or what a
 * library says, which may hold one. The client of a try that went well is kept for the next one.
 */
final class ConnectionTry implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final Duration CLOSING = Duration.ofSeconds(1);
  private static final Map<String, Object> QUICK =
      Map.of(
          AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
          PATIENCE_MILLIS / 2,
          AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
          PATIENCE_MILLIS);

  private final BrokerAccess broker;
  private final String setting;
  private @Nullable Admin kept;

  /**
   * By this way.
   *
   * @param setting where what is this way's own stands, such as {@code spring.kafka}
   */
  ConnectionTry(BrokerAccess broker, String setting) {
    this.broker = broker;
    this.setting = setting;
  }

  BrokerAccess broker() {
    return broker;
  }

  String setting() {
    return setting;
  }

  /** Waits at most some seconds. */
  synchronized Connection now() throws InterruptedException {
    Connection found = kept == null ? approached() : asked();
    switch (found) {
      case Connection.Reached() -> {}
      case Connection.Unreachable _, Connection.Refused _ -> close();
    }
    return found;
  }

  /** Before there is a client. */
  private Connection approached() throws InterruptedException {
    if (!Listener.isThere(broker.servers())) {
      return unreachable();
    }
    return broker.isInTheClearToTls() ? inTheClear() : asked();
  }

  private Connection asked() throws InterruptedException {
    try {
      Admin admin = kept == null ? broker.admin("connection-" + setting, QUICK) : kept;
      kept = admin;
      admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return new Connection.Reached();
    } catch (ExecutionException failed) {
      return reason(failed.getCause());
    } catch (TimeoutException _) {
      return silent();
    } catch (KafkaException unusable) {
      return unusable();
    }
  }

  /** Gives the client back; the next try makes another. */
  @Override
  public synchronized void close() {
    if (kept != null) {
      kept.close(CLOSING);
      kept = null;
    }
  }

  private Connection reason(@Nullable Throwable cause) {
    return switch (cause) {
      case SslAuthenticationException _ ->
          refused(
              "サーバー証明書を信頼できないか、サーバー名が証明書と違います",
              "spring.kafka.ssl.bundle(spring.ssl.bundle.* の truststore)");
      case UnsupportedSaslMechanismException _ ->
          refused("ブローカーが知らないログイン方式です", named(SaslConfigs.SASL_MECHANISM));
      case IllegalSaslStateException _ ->
          refused(
              "ブローカーはログインを求めていませんが、%s で接続しています".formatted(broker.securityProtocol()),
              named(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
      case AuthenticationException _ ->
          broker
              .remedy()
              .map(this::ended)
              .orElseGet(() -> refused("ユーザー名かパスワードが違います", named(SaslConfigs.SASL_JAAS_CONFIG)));
      case null, default -> silent();
    };
  }

  /** Who listens there but never answers in our way expects another way. */
  private Connection silent() {
    String protocol = broker.securityProtocol();
    boolean encrypted = protocol.endsWith("SSL");
    return switch (Listener.at(broker.servers())) {
      case ENCRYPTED -> encrypted ? unanswered() : inTheClear();
      case PLAIN -> encrypted ? otherwise("ブローカーは TLS を話しませんが", "") : unanswered();
      case NOBODY -> unreachable();
    };
  }

  private Connection inTheClear() {
    return otherwise("ブローカーは TLS を求めていますが", "(SSL か SASL_SSL)");
  }

  private Connection otherwise(String what, String instead) {
    return refused(
        "%s、%s で接続しています".formatted(what, broker.securityProtocol()),
        named(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG) + instead);
  }

  /** A broker that wants a login cuts off who has none without a word, as one that is ill may. */
  private Connection unanswered() {
    return broker.securityProtocol().startsWith("SASL")
        ? unreachable()
        : new Connection.Unreachable(
            "Kafka(%s)は接続を受けますが応答しません。ブローカーがログインを求めるなら、設定 %s を SASL_%s にしてください。"
                .formatted(
                    broker.servers(),
                    named(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG),
                    broker.securityProtocol()));
  }

  private Connection unusable() {
    return broker.securityProtocol().startsWith("SASL")
        ? refused(
            "ログインの設定を使えません",
            named(SaslConfigs.SASL_MECHANISM) + "、" + named(SaslConfigs.SASL_JAAS_CONFIG))
        : refused("接続の設定を使えません", named(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG));
  }

  /** Where a setting of Kafka's stands: beside this way's others, or among the common ones. */
  private String named(String key) {
    if (broker.isOwn(key)) {
      return setting + "." + key;
    }
    return key.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
        ? "spring.kafka." + key
        : "spring.kafka.properties." + key;
  }

  private Connection unreachable() {
    return new Connection.Unreachable(
        "Kafka(%s)から応答がありません。ブローカーが動いているか、設定 spring.kafka.bootstrap-servers を確かめてください。"
            .formatted(broker.servers()));
  }

  /** Nothing is wrong here, and it can be given back: no reason not to start. */
  private Connection ended(String remedy) {
    return new Connection.Unreachable(
        "Kafka(%s)がこのログインを受け付けません。取り消されたか、期限が切れたか、新しいものに替わりました。%s"
            .formatted(broker.servers(), remedy));
  }

  private Connection refused(String what, String where) {
    return new Connection.Refused(
        "Kafka(%s)に接続できません。%s。設定 %s を直してください。".formatted(broker.servers(), what, where));
  }
}
