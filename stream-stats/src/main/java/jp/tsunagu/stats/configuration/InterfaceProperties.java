package jp.tsunagu.stats.configuration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one process of the statistics is asked ({@code tsunagu.stats.*}).
 *
 * @param peerToken by which the processes of one network, and a recount, know each other; none
 *     means that they do not talk (e.g. {@code a-long-random-text})
 * @param peerSslBundle by which certificates they believe each other; none means that they talk
 *     without TLS (e.g. {@code peers})
 * @param heartbeat after so much silence the stream of changes sends a comment, by which a dead
 *     connection is noticed
 */
@ConfigurationProperties("tsunagu.stats")
public record InterfaceProperties(
    @Nullable String peerToken,
    @Nullable String peerSslBundle,
    @DefaultValue("15s") Duration heartbeat) {

  /** Without the token. */
  @Override
  public String toString() {
    return "InterfaceProperties[" + heartbeat + "]";
  }
}
