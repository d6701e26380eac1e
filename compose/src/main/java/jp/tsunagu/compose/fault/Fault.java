package jp.tsunagu.compose.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.run.Detour;
import jp.tsunagu.compose.run.ProcessNetwork.Part;
import org.jspecify.annotations.Nullable;

/** Everything that is done to the network, a row of the table each. */
enum Fault {
  NOTHING("何も壊さない(比べるため)", "-", _ -> {}),
  SENDER_KILLED(
      "送り手のコネクターを kill -9(2回)", "始め直す", blows -> blows.killWhileItComesUp(Part.SENDER, 2)),
  RECEIVERS_KILLED("受け手のコネクターを kill -9", "始め直す", blows -> blows.kill(Part.RECEIVERS)),
  GATEWAY_KILLED("ゲートウェイを kill -9", "始め直す", blows -> blows.kill(Part.GATEWAY)),
  SCHEDULER_KILLED("会議調整を kill -9", "始め直す", blows -> blows.kill(Part.SCHEDULER)),
  STATISTICS_KILLED("統計を kill -9", "始め直す", blows -> blows.kill(Part.STATISTICS)),
  BROKER_KILLED("ブローカーを kill -9", "始め直す", blows -> blows.kill(Part.BROKER)),
  BROKER_STOPPED("ブローカーを SIGTERM", "始め直す", blows -> blows.stop(Part.BROKER)),
  GATEWAY_STOPPED("ゲートウェイを SIGTERM", "始め直す", blows -> blows.stop(Part.GATEWAY)),
  ALL_REPLACED("全部を一つずつ SIGTERM で止めて始め直す(入れ替え)", "-", Blows::replaceOneByOne),
  UPGRADED("全部を一つずつ前の版からこの版へ、前の版へ戻し、またこの版へ入れ替える", "-", Blows::upgradeStepBackAndUpgrade),
  GATEWAY_KILLED_WHILE_IT_COMES_UP(
      "ゲートウェイを kill -9、立ち上がりの途中でもう2回", "始め直す", blows -> blows.killWhileItComesUp(Part.GATEWAY, 3)),
  STATISTICS_KILLED_WHILE_THEY_COME_UP(
      "統計を kill -9、立ち上がりの途中でもう1回", "始め直す", blows -> blows.killWhileItComesUp(Part.STATISTICS, 2)),
  ALL_KILLED(
      "サービスを全部 kill -9",
      "始め直す",
      blows -> {
        blows.kill(Part.GATEWAY);
        blows.kill(Part.SENDER);
        blows.kill(Part.RECEIVERS);
        blows.kill(Part.SCHEDULER);
        blows.kill(Part.STATISTICS);
      }),
  GATEWAY_PAUSED(
      "ゲートウェイが60秒止まる(SIGSTOP)",
      "自分で動き出す",
      blows -> blows.pause(Part.GATEWAY, Duration.ofSeconds(60))),
  ONE_OF_TWO_GATEWAYS_KILLED(
      "2つのゲートウェイの片方を kill -9、20秒いない",
      "もう一つが引き継ぐ",
      blows -> blows.killFor(Part.GATEWAY, Duration.ofSeconds(20))),
  ONE_OF_TWO_GATEWAYS_PAUSED(
      "2つのゲートウェイの片方が60秒止まる(SIGSTOP)",
      "もう一つが引き継ぎ、戻ったほうは締め出される",
      blows -> blows.pause(Part.GATEWAY, Duration.ofSeconds(60))),
  BOTH_GATEWAYS_KILLED("2つのゲートウェイを両方 kill -9", "始め直す", blows -> blows.killBoth(Part.GATEWAY)),
  ONE_OF_TWO_STATISTICS_KILLED(
      "2つの統計の片方を kill -9、20秒いない",
      "もう一つが引き継ぐ",
      blows -> blows.killFor(Part.STATISTICS, Duration.ofSeconds(20))),
  DECIDING_SCHEDULER_KILLED(
      "2つの会議調整のうち決めているほうを kill -9、15秒いない",
      "もう一つが引き継ぐ",
      blows -> blows.killDeciding(Part.SCHEDULER, Duration.ofSeconds(15))),
  DECIDING_SCHEDULER_PAUSED(
      "2つの会議調整のうち決めているほうが20秒止まる(SIGSTOP)",
      "もう一つが引き継ぎ、戻ったほうは締め出される",
      blows -> blows.pauseDeciding(Part.SCHEDULER, Duration.ofSeconds(20))),
  BOTH_STATISTICS_KILLED("2つの統計を両方 kill -9", "始め直す", blows -> blows.killBoth(Part.STATISTICS)),
  BROKER_AND_GATEWAY_KILLED(
      "ブローカーとゲートウェイを同時に kill -9", "始め直す", blows -> blows.killTogether(Part.BROKER, Part.GATEWAY)),
  SENDER_AND_BROKER_KILLED(
      "送り手のコネクターとブローカーを同時に kill -9", "始め直す", blows -> blows.killTogether(Part.SENDER, Part.BROKER)),
  STATISTICS_PAUSED(
      "統計が60秒止まる(SIGSTOP)",
      "自分で動き出す",
      blows -> blows.pause(Part.STATISTICS, Duration.ofSeconds(60))),
  RECEIVERS_PAUSED(
      "受け手のコネクターが20秒止まる(SIGSTOP)",
      "自分で動き出す",
      blows -> blows.pause(Part.RECEIVERS, Duration.ofSeconds(20))),
  BROKER_PAUSED(
      "ブローカーが15秒止まる(SIGSTOP)",
      "自分で動き出す",
      blows -> blows.pause(Part.BROKER, Duration.ofSeconds(15))),
  CUT_5S(
      "送り手とブローカーの間が5秒切れる", "つながる", blows -> blows.cut(Detour.State.CLOSED, Duration.ofSeconds(5))),
  CUT_40S(
      "送り手とブローカーの間が40秒切れる",
      "つながる",
      blows -> blows.cut(Detour.State.CLOSED, Duration.ofSeconds(40))),
  CUT_180S(
      "送り手とブローカーの間が180秒切れる",
      "つながる",
      blows -> blows.cut(Detour.State.CLOSED, Duration.ofSeconds(180))),
  ANSWERS_LOST(
      "送り手への返事だけが15秒失われる",
      "つながる",
      blows -> blows.cut(Detour.State.ANSWERS_LOST, Duration.ofSeconds(15))),
  HALF_OPEN(
      "送り手とブローカーの間が20秒、半分開いたまま",
      "つながる",
      blows -> blows.cut(Detour.State.SILENT, Duration.ofSeconds(20))),
  NARROW(
      "送り手とブローカーの間が20秒、256 kbit/s になる",
      "元に戻る",
      blows -> blows.cut(Detour.State.NARROW, Duration.ofSeconds(20))),
  SENDER_EXPELLED(
      "送り手のログインと権限が10秒取り上げられる(書き続ける)", "認め直す", blows -> blows.expelSender(Duration.ofSeconds(10))),
  RESETS("送り手の接続が20回切られる(RST)", "つながる", blows -> blows.reset(20)),
  DATABASE_KILLED("PostgreSQL を kill -9", "自分で戻る", Blows::killDatabase),
  STATE_WIPED("ゲートウェイの手元の状態が消える", "始め直す", blows -> blows.wipeState(Part.GATEWAY)),
  KILLED_WHILE_IT_RESTORES(
      "ゲートウェイの手元の状態が消え、作り直す途中で kill -9(2回)",
      "始め直す",
      blows -> blows.killWhileItRestores(Part.GATEWAY, 2)),
  STATE_OF_STATISTICS_WIPED("統計の手元の状態が消える", "始め直す", blows -> blows.wipeState(Part.STATISTICS)),
  BYTE_FLIPPED("ゲートウェイの手元の状態の1ビットが変わる", "始め直す", blows -> blows.flipABitOfTheState(Part.GATEWAY)),
  BYTE_OF_STATISTICS_FLIPPED(
      "統計の手元の状態の1ビットが変わる", "始め直す", blows -> blows.flipABitOfTheState(Part.STATISTICS)),
  GATEWAY_AHEAD(
      "ゲートウェイの時計が10分進む",
      "時計を戻して始め直す",
      blows -> blows.wrongClock(Part.GATEWAY, Duration.ofMinutes(10))),
  GATEWAY_BEHIND(
      "ゲートウェイの時計が10分遅れる",
      "時計を戻して始め直す",
      blows -> blows.wrongClock(Part.GATEWAY, Duration.ofMinutes(-10))),
  SENDER_AHEAD(
      "送り手の時計が10分進む", "時計を戻して始め直す", blows -> blows.wrongClock(Part.SENDER, Duration.ofMinutes(10))),
  RECEIVERS_BEHIND(
      "受け手の時計が10分遅れる",
      "時計を戻して始め直す",
      blows -> blows.wrongClock(Part.RECEIVERS, Duration.ofMinutes(-10))),
  ONE_SUBMIT_BY_100("同じ送付を100の利用者が同じ鍵で同時に", "-", blows -> blows.askAtOnce(100)),
  OVERSIZE("大きすぎる送付(1MBと3MB)", "-", Blows::askTooMuch),
  READERS_THAT_DO_NOT_READ(
      "受け手の知らせ(SSE)を読まない利用者が20",
      "切る",
      blows -> blows.listenWithoutReading(20, Duration.ofSeconds(10))),
  DISK_FULL("ディスクが10秒一杯になる", "空けて始め直す", blows -> blows.fillTheDisk(Duration.ofSeconds(10))),
  LOGIN_AWAY("ログインが10秒ない", "始め直す", blows -> blows.withoutLogin(Duration.ofSeconds(10)));

  /** A disk with more room is not filled. */
  static final long SMALL_DISK_BYTES = 8L << 30;

  private final String label;
  private final String healing;
  private final Blow blow;

  /** What is done, and undone. */
  private interface Blow {
    void fall(Blows blows) throws TimeoutException;
  }

  Fault(String label, String healing, Blow blow) {
    this.label = label;
    this.healing = healing;
    this.blow = blow;
  }

  /** Of which a second one takes part, if of any. */
  Optional<Part> doubled() {
    return switch (this) {
      case ONE_OF_TWO_GATEWAYS_KILLED, ONE_OF_TWO_GATEWAYS_PAUSED, BOTH_GATEWAYS_KILLED ->
          Optional.of(Part.GATEWAY);
      case DECIDING_SCHEDULER_KILLED, DECIDING_SCHEDULER_PAUSED -> Optional.of(Part.SCHEDULER);
      case ONE_OF_TWO_STATISTICS_KILLED, BOTH_STATISTICS_KILLED -> Optional.of(Part.STATISTICS);
      default -> Optional.empty();
    };
  }

  /** Whether a clock goes wrong by which it is told how long something took. */
  boolean isOfTheClocksThatTell() {
    return this == GATEWAY_AHEAD || this == GATEWAY_BEHIND || this == SENDER_AHEAD;
  }

  /**
   * What it lacks to be tried, for people; nothing where it can be.
   *
   * @param older the program of an older version, if one was given
   * @param room free bytes of the disk on which the network lies
   */
  Optional<String> lacks(@Nullable Path older, long room) {
    if (this == UPGRADED && older == null) {
      return Optional.of("--older で前の版のフォルダーを指定してください");
    }
    if (this == DISK_FULL && room > SMALL_DISK_BYTES) {
      return Optional.of("--data に、空きが 8 GB 以下のディスクのフォルダーを指定してください");
    }
    return Optional.empty();
  }

  /** What it does, for people. */
  String label() {
    return label;
  }

  /** How it ends, for people. */
  String healing() {
    return healing;
  }

  /** Does it, to its end; what does not run afterwards is to be started. */
  void strike(Blows blows) throws TimeoutException {
    blow.fall(blows);
  }
}
