package jp.tsunagu.connector.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.command.CommandFile;
import jp.tsunagu.connector.command.CommandReader;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.folder.FileReport.Line;
import jp.tsunagu.connector.intake.SheetIntake;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.FilesFault;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Submission;
import jp.tsunagu.connector.outbox.Wishes;
import jp.tsunagu.connector.sheet.CsvReading;
import jp.tsunagu.connector.sheet.CsvReading.NumberedSheet;
import jp.tsunagu.connector.sheet.CsvSheets;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.CsvProblem;
import jp.tsunagu.runtime.form.CsvTable;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.JsonForm;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands a complete file to the outbox: whole つなぐシート, or answers that name what they are. Recognised
 * by name and content: the same file, however often it is found, takes effect once and has one
 * receipt.
 */
@Component
class FormFiles implements FileTaker {

  /** Of the keys under which what stood in files is stored. */
  static final String KEY_PREFIX = "folder:";

  private static final int TAKEN = 202;

  private final SheetIntake intake;
  private final Outbox outbox;
  private final CommandReader commands;
  private final Tools tools;

  FormFiles(SheetIntake intake, Outbox outbox, CommandReader commands, Tools tools) {
    this.intake = intake;
    this.outbox = outbox;
    this.commands = commands;
    this.tools = tools;
  }

  /** A file and what it is known by. */
  private record Taken(AgencyId agency, String name, String sha256, IdempotencyKey key) {}

  @Override
  public Verdict take(AgencyId agency, String name, byte[] content) {
    String sha256 = Sha256.hex(content);
    IdempotencyKey key =
        new IdempotencyKey(
            KEY_PREFIX + Sha256.hex(name + "\n" + sha256),
            Bytes.copyOf(java.util.HexFormat.of().parseHex(sha256)));
    Optional<Submission> earlier = intake.earlier(agency, key);
    if (earlier.isPresent()) {
      return verdict(earlier.get());
    }
    AgencyId desk = intake.desk();
    if (desk == null) {
      return new Verdict.NotNow();
    }
    Taken file = new Taken(agency, name, sha256, key);
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? csv(file, content, desk)
        : json(file, content, desk);
  }

  private Verdict csv(Taken file, byte[] content, AgencyId desk) {
    return switch (CsvTable.read(content)) {
      case CsvTable.Unreadable(CsvProblem problem) -> rejected(List.of(problem));
      case CsvTable.Readable table when table.headings().headings().contains(CommandFile.HEADING) ->
          answers(file, CommandFile.read(file.agency(), table, commands));
      case CsvTable.Readable table -> sheets(file, new CsvSheets(tools.reader()).read(table), desk);
    };
  }

  private Verdict json(Taken file, byte[] content, AgencyId desk) {
    return switch (JsonForm.read(content)) {
      case JsonForm.Malformed broken ->
          rejected(
              List.of(
                  new CsvProblem(
                      broken.line(),
                      broken.column() + "文字目",
                      "JSONとして読めません。",
                      "UTF-8 の JSON オブジェクト { … } にしてください。")));
      case JsonForm.Readable(ObjectNode root) when CommandFile.isOne(root) ->
          answers(file, CommandFile.read(file.agency(), root, commands));
      case JsonForm.Readable(ObjectNode root) -> sheets(file, sheet(root), desk);
    };
  }

  private CsvReading sheet(ObjectNode root) {
    return switch (tools.reader().read(SheetFields.HANDED_IN, root)) {
      case FormReading.Usable(Filled filled) ->
          new CsvReading.Usable(List.of(new NumberedSheet("", SheetFields.of(filled))));
      case FormReading.Unusable(var problems) ->
          new CsvReading.Unusable(
              problems.stream()
                  .map(it -> new CsvProblem(0, it.field(), it.problem(), it.fix()))
                  .toList());
    };
  }

  private Verdict sheets(Taken file, CsvReading reading, AgencyId desk) {
    return switch (reading) {
      case CsvReading.Unusable(var problems) -> rejected(problems);
      case CsvReading.Usable(var sheets) ->
          verdict(
              intake.submit(
                  file.agency(),
                  file.key(),
                  sheets,
                  desk,
                  submitted -> receipt(file, "sheets", submitted)));
    };
  }

  private Verdict answers(Taken file, CommandFile.Reading reading) {
    return switch (reading) {
      case CommandFile.Unusable(var problems) -> rejected(problems);
      case CommandFile.Usable(var answers) ->
          verdict(outbox.submit(file.agency(), file.key(), () -> wishes(file, answers)));
    };
  }

  private Wishes wishes(Taken file, List<CommandFile.Numbered> answers) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (CommandFile.Numbered answer : answers) {
      Map<String, Object> members = new LinkedHashMap<>();
      if (!answer.number().isEmpty()) {
        members.put("number", answer.number());
      }
      members.put(CommandFile.COMMAND, answer.form().name());
      members.putAll(answer.ids());
      members.put("commandIds", List.of(answer.wish().command().header().commandId()));
      told.add(members);
    }
    return new Wishes(
        answers.stream().map(CommandFile.Numbered::wish).toList(), receipt(file, "answers", told));
  }

  private Answer receipt(Taken file, String what, List<?> taken) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file.name());
    members.put("sha256", file.sha256());
    members.put("at", tools.draft().now());
    members.put(what, taken);
    return new Answer(TAKEN, null, Bytes.copyOf(ViewJson.MAPPER.writeValueAsBytes(members)));
  }

  private static Verdict verdict(Submission submission) {
    return switch (submission) {
      case Submission.Accepted accepted -> taken(accepted.answer());
      case Submission.Repeated repeated -> taken(repeated.answer());
      case Submission.KeyReusedWithOtherBody _ -> rejected("同じ名前で内容の違うファイルです。", "別の名前で置き直してください。");
      case Submission.FilesUnusable(FilesFault why) -> rejected(why.problem(), why.fix());
      case Submission.TooLarge(int bytes, int limit) ->
          rejected("封かんすると" + bytes + "バイトになり、" + limit + "バイトを超えます。", "文章を短くするか、シートを分けてください。");
    };
  }

  private static Verdict taken(Answer answer) {
    return new Verdict.Taken(answer.body().toByteArray());
  }

  private static Verdict rejected(List<CsvProblem> problems) {
    return new Verdict.Rejected(problems.stream().map(Line::of).toList());
  }

  private static Verdict rejected(String problem, String fix) {
    return new Verdict.Rejected(List.of(Line.ofFile(problem, fix)));
  }
}
