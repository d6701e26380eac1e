package jp.tsunagu.connector.intake;

import jp.tsunagu.connector.sensitive.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the connectors of one network agree on to recognise a person ({@code tsunagu.*}).
 *
 * @param subjectTokenSecret the same in every connector of the network, so that the desk notices
 *     that two agencies may know one person; none means that it cannot (e.g. {@code
 *     a-long-random-text})
 */
@ConfigurationProperties("tsunagu")
record IntakeProperties(@Nullable String subjectTokenSecret) {

  @Nullable Sensitive<String> secret() {
    return subjectTokenSecret == null || subjectTokenSecret.isBlank()
        ? null
        : new Sensitive<>(subjectTokenSecret);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IntakeProperties[***]";
  }
}
