package jp.tsunagu.connector.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.folder.FileReport.Line;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.intake.SheetIntake;
import jp.tsunagu.connector.intake.SubmittedSheet;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.sheet.Agencies;
import jp.tsunagu.connector.sheet.CsvReading;
import jp.tsunagu.connector.sheet.CsvSheets;
import jp.tsunagu.connector.sheet.SheetReader;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Hands a complete file to the outbox. Recognised by name and content: the same file, however often
 * it is found, takes effect once and has one receipt.
 */
@Component
class SheetFiles implements FileTaker {

  private static final int TAKEN = 202;

  private final SheetIntake intake;
  private final CurrentDirectory directory;
  private final CommandDraft draft;

  SheetFiles(SheetIntake intake, CurrentDirectory directory, CommandDraft draft) {
    this.intake = intake;
    this.directory = directory;
    this.draft = draft;
  }

  @Override
  public Verdict take(AgencyId agency, String name, byte[] content) {
    String sha256 = Checksums.of(content);
    IdempotencyKey key =
        new IdempotencyKey(
            "folder:" + Checksums.of(name + "\n" + sha256),
            Bytes.copyOf(java.util.HexFormat.of().parseHex(sha256)));
    Optional<Submission> earlier = intake.earlier(agency, key);
    if (earlier.isPresent()) {
      return verdict(earlier.get());
    }
    AgencyId desk = intake.desk();
    if (desk == null) {
      return new Verdict.NotNow();
    }
    return switch (read(name, content)) {
      case CsvReading.Unusable(var problems) ->
          new Verdict.Rejected(problems.stream().map(Line::of).toList());
      case CsvReading.Usable usable ->
          verdict(
              intake.submit(
                  agency, key, usable.sheets(), desk, sheets -> receipt(name, sha256, sheets)));
    };
  }

  private CsvReading read(String name, byte[] content) {
    SheetReader reader = new SheetReader(new Agencies(directory.snapshot()), draft.now());
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? new CsvSheets(reader).read(content)
        : JsonSheets.read(content, reader);
  }

  private Answer receipt(String name, String sha256, List<SubmittedSheet> sheets) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", name);
    members.put("sha256", sha256);
    members.put("taken", true);
    members.put("at", draft.now());
    members.put("sheets", sheets);
    return new Answer(TAKEN, null, Bytes.copyOf(ViewJson.MAPPER.writeValueAsBytes(members)));
  }

  private static Verdict verdict(Submission submission) {
    return switch (submission) {
      case Submission.Accepted accepted -> taken(accepted.answer());
      case Submission.Repeated repeated -> taken(repeated.answer());
      case Submission.KeyReusedWithOtherBody _ -> rejected("同じ名前で内容の違うファイルです。", "別の名前で置き直してください。");
      case Submission.TooLarge(int bytes, int limit) ->
          rejected("封かんすると" + bytes + "バイトになり、" + limit + "バイトを超えます。", "文章を短くするか、シートを分けてください。");
    };
  }

  private static Verdict taken(Answer answer) {
    return new Verdict.Taken(answer.body().toByteArray());
  }

  private static Verdict rejected(String problem, String fix) {
    return new Verdict.Rejected(List.of(Line.ofFile(problem, fix)));
  }
}
