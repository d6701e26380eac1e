package jp.tsunagu.gateway.enrolment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.id.AgencyId;

/** What the person at the centre asked for. */
sealed interface Order {
  String HELP =
      """
      中央で、機関を網に登録します。

        enrol <機関のID> --bundle <ファイル>    登録し、その機関に渡す束を書く
        renew <機関のID> --bundle <ファイル>    新しい束を書く。前の束のログインはすぐに使えなくなる
        revoke <機関のID>                       ログインと権限を取り上げる
        list                                    登録の一覧。30日以内に終わるものを知らせる
        end-expired                             期限の過ぎたログインを取り上げる (毎日動かす)

        prepare --network <ファイル>            (コンテナ用) 認証局、証明書、パスワードを作る。あるものは変えず、
                                                画面の証明書は終わる60日前に作り直す
        admit                                   (コンテナ用) サービスと、まだ登録のない機関を登録する
        admit <機関のID>                        (コンテナ用) その機関に新しい束を置く。前のログインは使えなくなる

        --centre <フォルダー>          centre.properties のあるフォルダー (既定: ./centre)
        --days <日数>                  登録の期間、1から1095 (既定: 365)
        --password-file <ファイル>     束の合言葉を、画面でなくファイルに書く
        --host <名前>                  prepare: 画面を開くときのホスト名 (既定: localhost)
      """;

  /** Each is followed by a value. */
  Set<String> OPTIONS =
      Set.of("--centre", "--bundle", "--days", "--network", "--password-file", "--host");

  /** What is done at a centre, whose folder it names. */
  sealed interface AtCentre extends Order {
    Path centre();
  }

  /** A bundle is to be written. */
  record Issue(
      Path centre,
      Enrolments.Kind kind,
      AgencyId agency,
      Path bundle,
      int days,
      Optional<Path> passwordFile)
      implements AtCentre {}

  /** An agency is to lose its login. */
  record Revoke(Path centre, AgencyId agency) implements AtCentre {}

  /** The secrets of a network in containers are to be made. */
  record Prepare(Path centre, Path networkFile, String host) implements AtCentre {}

  /** Its services and agencies are to be let in; one that is named, also once more. */
  record Admit(Path centre, Optional<AgencyId> again, int days) implements AtCentre {}

  /** Everybody is to be listed. */
  record Show(Path centre) implements AtCentre {}

  /** Whose time is over are to lose their logins. */
  record EndExpired(Path centre) implements AtCentre {}

  /** The help is to be shown. */
  record Help() implements Order {}

  /** It cannot be understood. */
  record Wrong(String message) implements Order {}

  /** The order of these words. */
  static Order read(String... arguments) {
    var words = new ArrayDeque<>(List.of(arguments));
    var options = new HashMap<String, String>();
    var rest = new ArrayDeque<String>();
    while (!words.isEmpty()) {
      var word = words.removeFirst();
      if (word.equals("--help")) {
        return new Help();
      }
      if (!word.startsWith("--")) {
        rest.add(word);
        continue;
      }
      if (!OPTIONS.contains(word)) {
        return new Wrong("分からない指定です: " + word + "。--help で説明を表示します。");
      }
      if (words.isEmpty() || words.getFirst().startsWith("--")) {
        return new Wrong(word + " の後に値を続けてください。");
      }
      options.put(word, words.removeFirst());
    }
    try {
      return ordered(rest, options);
    } catch (InvalidPathException _) {
      return new Wrong("ファイルかフォルダーの場所として使えない値があります。--help で説明を表示します。");
    }
  }

  private static Order ordered(ArrayDeque<String> words, Map<String, String> options) {
    var centre = Path.of(options.getOrDefault("--centre", "centre")).toAbsolutePath();
    var command = words.isEmpty() ? "" : words.removeFirst();
    var days = options.getOrDefault("--days", "365");
    if (!days.matches("\\d{1,4}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > 1095) {
      return new Wrong("--days の値は使えません。1から1095までの日数にしてください。");
    }
    return switch (command) {
      case "list" -> new Show(centre);
      case "end-expired" -> new EndExpired(centre);
      case "prepare" -> prepare(centre, options);
      case "admit" ->
          words.isEmpty()
              ? new Admit(centre, Optional.empty(), Integer.parseInt(days))
              : agency(
                  command,
                  words,
                  agency -> new Admit(centre, Optional.of(agency), Integer.parseInt(days)));
      case "revoke" -> agency(command, words, agency -> new Revoke(centre, agency));
      case "enrol" -> issue(Enrolments.Kind.FIRST, centre, words, options, Integer.parseInt(days));
      case "renew" ->
          issue(Enrolments.Kind.RENEWED, centre, words, options, Integer.parseInt(days));
      default -> new Wrong("enrol、renew、revoke、list、end-expired のどれかを指定してください。--help で説明を表示します。");
    };
  }

  private static Order prepare(Path centre, Map<String, String> options) {
    var host = options.getOrDefault("--host", "localhost");
    if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
      return new Wrong("--host の値は使えません。画面を開くときのホスト名にしてください(例 tsunagu.city.example.jp)。");
    }
    return options.containsKey("--network")
        ? new Prepare(centre, Path.of(options.getOrDefault("--network", "")), host)
        : new Wrong("--network <ファイル> で、市の network.yaml を指定してください。");
  }

  private static Order agency(
      String command, ArrayDeque<String> words, Function<AgencyId, Order> ordered) {
    return words.isEmpty() || !AgencyId.isValid(words.getFirst())
        ? new Wrong(command + " の後に、network.yaml にある機関のIDを続けてください(例: hokatsu)。")
        : ordered.apply(new AgencyId(words.removeFirst()));
  }

  private static Order issue(
      Enrolments.Kind kind,
      Path centre,
      ArrayDeque<String> words,
      Map<String, String> options,
      int days) {
    var bundle = options.get("--bundle");
    return bundle == null
        ? new Wrong("--bundle <ファイル> で、束を書く場所を指定してください。")
        : agency(
            kind == Enrolments.Kind.FIRST ? "enrol" : "renew",
            words,
            agency ->
                new Issue(
                    centre,
                    kind,
                    agency,
                    Path.of(bundle),
                    days,
                    Optional.ofNullable(options.get("--password-file")).map(Path::of)));
  }
}
