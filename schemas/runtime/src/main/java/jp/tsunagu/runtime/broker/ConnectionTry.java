package jp.tsunagu.runtime.broker;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.jspecify.annotations.Nullable;

/**
 * Tries once to reach the broker, and says in one line what is wrong. Never repeats a password or
 * what a library says, which may hold one.
 *
 * @param setting where the setting of this way stands, such as {@code spring.kafka}
 */
record ConnectionTry(BrokerAccess broker, String setting) {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final Map<String, Object> QUICK =
      Map.of(
          AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
          PATIENCE_MILLIS / 2,
          AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
          PATIENCE_MILLIS);

  /** Waits at most some seconds. */
  Connection now() throws InterruptedException {
    if (!Listener.isThere(broker.servers())) {
      return unreachable();
    }
    try (Admin admin = broker.admin("connection", QUICK)) {
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

  private Connection reason(@Nullable Throwable cause) {
    return switch (cause) {
      case SslAuthenticationException _ ->
          refused(
              "サーバー証明書を信頼できないか、サーバー名が証明書と違います",
              setting + ".ssl.bundle(spring.ssl.bundle.* の truststore)");
      case UnsupportedSaslMechanismException _ ->
          refused("ブローカーが知らないログイン方式です", setting + ".properties.sasl.mechanism");
      case AuthenticationException _ ->
          refused("ユーザー名かパスワードが違います", setting + ".properties.sasl.jaas.config");
      case null, default -> silent();
    };
  }

  /** Who listens there but never answers in our way expects another way. */
  private Connection silent() {
    boolean encrypted = broker.securityProtocol().endsWith("SSL");
    return switch (Listener.at(broker.servers())) {
      case ENCRYPTED ->
          encrypted
              ? unreachable()
              : refused(
                  "ブローカーは TLS を求めていますが、%s で接続しています".formatted(broker.securityProtocol()),
                  setting + ".security.protocol(SSL か SASL_SSL)");
      case PLAIN ->
          encrypted
              ? refused(
                  "ブローカーは TLS を話しませんが、%s で接続しています".formatted(broker.securityProtocol()),
                  setting + ".security.protocol")
              : unreachable();
      case NOBODY -> unreachable();
    };
  }

  private Connection unusable() {
    return refused(
        "接続の設定を使えません", setting + ".security、" + setting + ".ssl、" + setting + ".properties");
  }

  private Connection unreachable() {
    return new Connection.Unreachable(
        "Kafka(%s)から応答がありません。ブローカーが動いているか、設定 spring.kafka.bootstrap-servers を確かめてください。"
            .formatted(broker.servers()));
  }

  private Connection refused(String what, String where) {
    return new Connection.Refused(
        "Kafka(%s)に接続できません。%s。設定 %s を直してください。".formatted(broker.servers(), what, where));
  }
}
