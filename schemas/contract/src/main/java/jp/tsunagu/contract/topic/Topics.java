package jp.tsunagu.contract.topic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.message.Notice;

/**
 * All topics of one network; no other class spells a topic's name. Only the gateway creates them.
 *
 * <p>What an agency may send is 1 MiB; what the gateway makes of it (a delivered dossier, a dead
 * letter with its reason) may be larger by its headers and gets 2 MiB, so that nothing an agency
 * sends can stop the gateway.
 */
public final class Topics {
  /** Days for which outboxes, inboxes and dead letters are kept. */
  public static final int DAYS_IN_TRANSIT = 30;

  private static final int DAYS_OF_MEETING_COMMANDS = 90;
  private static final int SENT_BYTES = 1 << 20;
  private static final int FORWARDED_BYTES = 2 << 20;
  private static final List<Class<? extends Record>> ASKED =
      SealedRecords.of(
          CaseCommand.class,
          AnnounceKey.class,
          ConfirmReceipt.class,
          FilePiece.class,
          RegisterCommand.class);
  private static final List<Class<? extends Record>> HAPPENED = SealedRecords.of(CaseEvent.class);
  private static final List<Class<? extends Record>> TOLD =
      SealedRecords.of(CaseEvent.class, Notice.class);
  private static final List<Class<? extends Record>> KNOWN =
      SealedRecords.of(DirectoryRecord.class);
  private static final Pattern STATISTIC = Pattern.compile("[a-z][a-z0-9-]*");

  private static final List<String> STATISTICS =
      List.of("caseload", "answers", "times", "consultations");

  private final NetworkId network;
  private final Pattern outboxes;

  /** The topics of this network. */
  public Topics(NetworkId network) {
    this.network = network;
    this.outboxes =
        Pattern.compile(Pattern.quote(network + ".agency.") + "([a-z0-9-]+)\\.outbox\\.v1");
  }

  /** What an agency asks for; only it may write here. */
  public Topic outbox(AgencyId agency) {
    return new Topic(
        network + ".agency." + agency + ".outbox.v1",
        KeyedBy.SUBJECT,
        ASKED,
        new TopicParties(Party.AGENCY, Set.of(Party.GATEWAY)),
        new Retention.Days(DAYS_IN_TRANSIT),
        PartitionCount.NETWORK,
        PersonalData.SEALED,
        SENT_BYTES);
  }

  /** What an agency is told: events of its cases, answers, sealed dossiers; only it may read. */
  public Topic inbox(AgencyId agency) {
    return new Topic(
        network + ".agency." + agency + ".inbox.v1",
        KeyedBy.CASE,
        TOLD,
        new TopicParties(Party.GATEWAY, Set.of(Party.AGENCY)),
        new Retention.Days(DAYS_IN_TRANSIT),
        PartitionCount.NETWORK,
        PersonalData.SEALED,
        FORWARDED_BYTES);
  }

  /** The ledger: every event as everybody may see it (general view), for ever. */
  public Topic ledger() {
    return new Topic(
        network + ".referral.events.v1",
        KeyedBy.CASE,
        HAPPENED,
        new TopicParties(Party.GATEWAY, Set.of(Party.GATEWAY, Party.SCHEDULER, Party.STATS)),
        new Retention.Forever(),
        PartitionCount.NETWORK,
        PersonalData.NONE,
        SENT_BYTES);
  }

  /**
   * The latest state of every case, whole: what the gateway's stream is restored from (the
   * changelog of its store {@code cases}), and from which the gateway's pages show it. Nobody else
   * reads it.
   */
  public Topic caseState() {
    return new Topic(
        application(Party.GATEWAY) + "-cases-changelog",
        KeyedBy.CASE,
        List.of(CaseState.class),
        new TopicParties(Party.GATEWAY, Set.of(Party.GATEWAY)),
        new Retention.Compacted(),
        PartitionCount.NETWORK,
        PersonalData.NONE,
        FORWARDED_BYTES);
  }

  /**
   * What happened in cases that are or were protected (保護案件), from their protection on, with the
   * agencies that the ledger withholds. For the parties of such a case and the protection officer,
   * whom the gateway serves from here; nobody else reads it.
   */
  public Topic protectedCases() {
    return new Topic(
        network + ".case.protected.v1",
        KeyedBy.CASE,
        HAPPENED,
        new TopicParties(Party.GATEWAY, Set.of(Party.GATEWAY)),
        new Retention.Forever(),
        PartitionCount.NETWORK,
        PersonalData.NONE,
        SENT_BYTES);
  }

  /** Agencies, public keys, settings and schemas. */
  public Topic directory() {
    return new Topic(
        network + ".directory.v1",
        KeyedBy.DIRECTORY_KEY,
        KNOWN,
        new TopicParties(Party.GATEWAY, Set.of(Party.EVERYONE)),
        new Retention.Compacted(),
        PartitionCount.ONE,
        PersonalData.NONE,
        SENT_BYTES);
  }

  /** Records that could not be processed, as they came, with the reason in headers. */
  public Topic deadLetters() {
    return new Topic(
        network + ".dlq.v1",
        KeyedBy.AS_SOURCE,
        List.of(),
        new TopicParties(Party.GATEWAY, Set.of(Party.GATEWAY)),
        new Retention.Days(DAYS_IN_TRANSIT),
        PartitionCount.NETWORK,
        PersonalData.SEALED,
        FORWARDED_BYTES);
  }

  /**
   * What this reader could not read and put aside, as JSON: place, reason, and until it is settled
   * the bytes, unless they stand in a topic that may hold a sealed dossier. Only this reader writes
   * and reads it.
   *
   * @param reader gateway, scheduler or stats
   */
  public Topic aside(Party reader) {
    return new Topic(
        network + "." + reader.label() + ".aside.v1",
        KeyedBy.PLACE,
        List.of(),
        new TopicParties(reader, Set.of(reader)),
        new Retention.Compacted(),
        PartitionCount.ONE,
        PersonalData.NONE,
        FORWARDED_BYTES);
  }

  /** What the meeting bodies are asked for. */
  public Topic meetingCommands() {
    return meeting(
        "commands",
        SealedRecords.of(MeetingCommand.class),
        Set.of(Party.SCHEDULER),
        new Retention.Days(DAYS_OF_MEETING_COMMANDS));
  }

  /** What happened in meetings, and which commands had no effect. */
  public Topic meetingEvents() {
    return meeting(
        "events",
        SealedRecords.of(MeetingEvent.class, MeetingCommandRefused.class),
        Set.of(Party.GATEWAY, Party.SCHEDULER, Party.STATS),
        new Retention.Forever());
  }

  /**
   * Who gave commands about meetings: the name behind each pseudonym, sealed by the schedulers, who
   * alone can open it.
   */
  public Topic meetingPeople() {
    return new Topic(
        network + ".meeting.people.v1",
        KeyedBy.PSEUDONYM,
        List.of(),
        new TopicParties(Party.SCHEDULER, Set.of(Party.SCHEDULER)),
        new Retention.Compacted(),
        PartitionCount.ONE,
        PersonalData.STAFF,
        SENT_BYTES);
  }

  private Topic meeting(
      String what, List<Class<? extends Record>> carries, Set<Party> readers, Retention retention) {
    return new Topic(
        network + ".meeting." + what + ".v1",
        KeyedBy.BODY,
        carries,
        new TopicParties(Party.SCHEDULER, readers),
        retention,
        PartitionCount.ONE,
        PersonalData.NONE,
        SENT_BYTES);
  }

  /**
   * The latest values of one statistic, e.g. {@code caseload}: lower-case letters, digits, hyphens.
   * They are JSON for whoever draws them; no program of the network decides by them.
   */
  public Topic stats(String name) {
    if (!STATISTIC.matcher(name).matches()) {
      throw new IllegalArgumentException("a statistic is named by lower-case letters and hyphens");
    }
    return new Topic(
        network + ".stats." + name + ".v1",
        KeyedBy.STATISTIC,
        List.of(),
        new TopicParties(Party.STATS, Set.of(Party.GATEWAY, Party.STATS)),
        new Retention.Compacted(),
        PartitionCount.ONE,
        PersonalData.NONE,
        SENT_BYTES);
  }

  /** The statistics that are published: 担当件数, 回答の状況, 所要時間, 相談の種類. */
  public List<Topic> statistics() {
    return STATISTICS.stream().map(this::stats).toList();
  }

  /**
   * How the Streams application of a service is called, or begins to be where a version of its
   * state follows: prefix of its changelogs, of its group and of its transactions.
   *
   * @throws IllegalArgumentException for who runs none
   */
  public String application(Party service) {
    return network
        + "."
        + switch (service) {
          case GATEWAY -> "referral-gateway";
          case SCHEDULER -> "meeting-scheduler";
          case STATS -> "stream-stats";
          case AGENCY, EVERYONE ->
              throw new IllegalArgumentException(service + " runs no Streams application");
        };
  }

  /** The topics of the network itself, without agencies' and statistics. */
  public List<Topic> shared() {
    return List.of(
        directory(),
        ledger(),
        caseState(),
        protectedCases(),
        deadLetters(),
        meetingCommands(),
        meetingEvents(),
        meetingPeople(),
        aside(Party.GATEWAY),
        aside(Party.SCHEDULER),
        aside(Party.STATS));
  }

  /** An agency's topics in the order they must be created: the inbox first. */
  public List<Topic> of(AgencyId agency) {
    return List.of(inbox(agency), outbox(agency));
  }

  /** Matches the names of all outboxes, also of agencies yet to come. */
  public Pattern outboxPattern() {
    return outboxes;
  }

  /** Whose outbox this is; empty if it is none of this network. */
  public Optional<AgencyId> outboxOwner(String topicName) {
    Matcher matcher = outboxes.matcher(topicName);
    return matcher.matches() && AgencyId.isValid(matcher.group(1))
        ? Optional.of(new AgencyId(matcher.group(1)))
        : Optional.empty();
  }
}
