package jp.tsunagu.connector.agency;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.mail.MailAddresses;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configuration of a connector process, below {@code tsunagu}.
 *
 * @param networkId prefix of the network's topics (e.g. {@code tachikawa}); must be set
 */
@ConfigurationProperties("tsunagu")
public record ConnectorProperties(@Nullable String networkId, @DefaultValue Connector connector)
    implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    faults.requireNetworkId(networkId);
    connector.check(faults);
  }

  /** The network. */
  public NetworkId network() {
    return new NetworkId(Objects.requireNonNull(networkId));
  }

  /**
   * What is about the connector itself.
   *
   * @param dataDir where the master key is kept; nothing else of value (e.g. {@code
   *     /var/lib/tsunagu}); must be set
   * @param directoryWait how long a start waits for the directory; afterwards the last snapshot
   *     serves
   * @param pageWait how long a person who sent a page waits for the network's decision before the
   *     page tells what is known, at most 10 s
   * @param enrolment a folder with one file per agency, {@code <id>.fingerprint}, by which the
   *     first signing key of an agency is confirmed; this process writes those of its own agencies
   *     there; none means that a person confirms each (e.g. {@code /var/lib/tsunagu-enrolment})
   * @param bundle the sealed file of the centre by which this agency was enrolled; what it says of
   *     network, broker and login need not be set; taken in once (e.g. {@code
   *     /var/lib/tsunagu-bundle/hokatsu.bundle})
   * @param bundlePassword what opens it, which came another way; not needed once it was taken in
   * @param accessLogKept so long it is kept who has read what of a dossier, and who had what in
   *     hand, at least a year
   * @param agencies whom this process hosts; at least one
   */
  public record Connector(
      @Nullable Path dataDir,
      @DefaultValue("5s") Duration directoryWait,
      @DefaultValue("5s") Duration pageWait,
      @Nullable Path enrolment,
      @Nullable Path bundle,
      @Nullable String bundlePassword,
      @DefaultValue("1825d") Duration accessLogKept,
      @DefaultValue List<Agency> agencies) {

    private static final String AGENCIES = "tsunagu.connector.agencies";
    private static final Duration SHORTEST_ACCESS_LOG = Duration.ofDays(365);
    private static final Duration LONGEST_PAGE_WAIT = Duration.ofSeconds(10);

    /** Where the master key is kept. */
    public Path home() {
      return Objects.requireNonNull(dataDir);
    }

    @Override
    public String toString() {
      return "Connector[***]";
    }

    private void check(Faults faults) {
      faults.require(
          "tsunagu.connector.data-dir", dataDir, "鍵を置くフォルダ", "/var/lib/tsunagu/connector");
      if (accessLogKept.compareTo(SHORTEST_ACCESS_LOG) < 0) {
        faults.unusable("tsunagu.connector.access-log-kept", "365日以上の期間(例 1825d)");
      }
      if (pageWait.isNegative() || pageWait.compareTo(LONGEST_PAGE_WAIT) > 0) {
        faults.unusable("tsunagu.connector.page-wait", "0秒から10秒までの期間(例 5s)");
      }
      if (agencies.isEmpty()) {
        faults.missing(AGENCIES + "[0].id", "この接続装置が受け持つ機関のID", "hokatsu");
      }
      Set<String> seen = new HashSet<>();
      for (int number = 0; number < agencies.size(); number++) {
        String entry = AGENCIES + "[" + number + "]";
        agencies.get(number).check(entry, seen, faults);
      }
    }
  }

  /**
   * One hosted agency.
   *
   * @param id as it stands in the city's network.yaml (e.g. {@code hokatsu}); must be set
   * @param tokenSha256 SHA-256 of its bearer tokens, 64 hexadecimal digits; short for entries of
   *     {@code tsunagu.callers} that read and act for it without end (e.g. {@code b47cc0f1…64
   *     digits})
   * @param folder of the folder exchange; none means off (e.g. {@code /srv/tsunagu/hokatsu})
   * @param webhook its own system, told of news; none means off
   * @param mailbox of its office, told by mail that something waits; none means off
   * @param database where its own record is kept; none means in the database of the process
   * @param kafka settings of this agency's Kafka clients, e.g. its credentials; agencies with the
   *     same ones, or none, share their clients
   */
  public record Agency(
      @Nullable String id,
      @DefaultValue Set<String> tokenSha256,
      @Nullable Path folder,
      @Nullable Hook webhook,
      @Nullable Box mailbox,
      @Nullable Database database,
      @DefaultValue Map<String, String> kafka) {

    private void check(String entry, Set<String> seen, Faults faults) {
      if (faults.requireAgencyId(entry + ".id", id) && !seen.add(Objects.requireNonNull(id))) {
        faults.add("設定 " + entry + ".id は、前にある機関と同じです。一つにしてください。");
      }
      tokenSha256.forEach(hash -> Entry.checkHash(entry + ".token-sha256", hash, faults));
      if (folder != null && !FileNames.ofThisProcess().takeJapanese()) {
        faults.add(
            "設定 %s.folder: この環境の文字コードでは日本語のファイル名を扱えません。環境変数 LC_ALL を C.UTF-8 にして起動してください。"
                .formatted(entry));
      }
      if (webhook != null) {
        faults.require(entry + ".webhook.url", webhook.url(), "知らせを送る先", "https://…");
        faults.require(entry + ".webhook.secret", webhook.secret(), "署名の秘密", "…");
      }
      if (mailbox != null) {
        mailbox.check(entry + ".mailbox", faults);
      }
      if (database != null) {
        database.check(entry + ".database", faults);
      }
    }

    Stream<Entry> callers() {
      return tokenSha256.stream().map(hash -> Entry.ofAgency(id, hash));
    }

    HostedAgency hosted() {
      return new HostedAgency(
          new AgencyId(Objects.requireNonNull(id)),
          folder,
          webhook == null ? null : webhook.complete(),
          mailbox == null ? null : mailbox.complete(),
          database == null ? null : database.complete(),
          kafka);
    }
  }

  /**
   * The agency's own system, told by HTTP.
   *
   * @param url http or https, where news are posted (e.g. {@code https://kiroku.example/tsunagu});
   *     must be set where there is a webhook
   * @param secret for the signature (HMAC-SHA256) of what is posted (e.g. {@code
   *     a-long-random-text}); must be set where there is a webhook
   */
  public record Hook(@Nullable URI url, @Nullable String secret) {

    private Webhook complete() {
      return new Webhook(
          Objects.requireNonNull(url), new Sensitive<>(Objects.requireNonNull(secret)));
    }

    @Override
    public String toString() {
      return "Hook[***]";
    }
  }

  /**
   * The mailbox of an agency's office.
   *
   * @param address one plain mail address (e.g. {@code madoguchi@hokatsu.example.jp}); must be set
   *     where there is a mailbox
   * @param tell of what: what has arrived, whose answer is due soon or overdue, what was asked, who
   *     asks for information and who was asked and did not answer in time
   */
  public record Box(
      @Nullable String address,
      @DefaultValue({"overdue", "due-soon", "arrival", "question", "inquiry", "unanswered"})
          Set<WaitReason> tell) {

    private void check(String entry, Faults faults) {
      if (faults.require(
              entry + ".address", address, "知らせを受け取るメールアドレス", "madoguchi@hokatsu.example.jp")
          && !MailAddresses.isPlain(Objects.requireNonNull(address))) {
        faults.unusable(entry + ".address", "madoguchi@hokatsu.example.jp の形のメールアドレス一つ");
      }
    }

    private Mailbox complete() {
      return new Mailbox(Objects.requireNonNull(address), tell);
    }

    @Override
    public String toString() {
      return "Box[***]";
    }
  }

  /**
   * A database of an agency's own, which its role alone may enter.
   *
   * @param url JDBC URL (e.g. {@code jdbc:postgresql://database/hokatsu}); must be set where there
   *     is a database of its own
   * @param username of its role (e.g. {@code hokatsu}); must be set, too
   * @param password of its role (e.g. {@code a-long-random-text}); must be set, too
   */
  public record Database(
      @Nullable String url, @Nullable String username, @Nullable String password) {

    private void check(String entry, Faults faults) {
      faults.require(
          entry + ".url", url, "この機関の PostgreSQL の場所", "jdbc:postgresql://localhost:5432/hokatsu");
      faults.require(entry + ".username", username, "そのユーザー名", "hokatsu");
      faults.require(entry + ".password", password, "そのパスワード", "…");
    }

    private OwnDatabase complete() {
      return new OwnDatabase(
          Objects.requireNonNull(url),
          Objects.requireNonNull(username),
          new Sensitive<>(Objects.requireNonNull(password)));
    }

    @Override
    public String toString() {
      return "Database[***]";
    }
  }
}
