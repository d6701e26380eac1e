package jp.tsunagu.runtime.directory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import jp.tsunagu.runtime.doctor.Examination;
import jp.tsunagu.runtime.doctor.Finding;

/**
 * Whether this program reads what the network publishes about itself, in the schemas it knows.
 *
 * @param broker asked once looking begins
 */
public record DirectoryExamination(Supplier<BrokerAccess> broker, Topics topics)
    implements Examination {

  @Override
  public String what() {
    return "名簿とスキーマ (directory, schemas)";
  }

  @Override
  public List<Finding> look() {
    ReadDirectory read = new ReadDirectory(Codec.standard());
    new TopicToItsEnd(broker.get(), topics.directory().name())
        .readAll(record -> read.read(record.key(), record.value()));
    return List.of(known(read.newerKeys(), read.unreadableKeys()));
  }

  private Finding known(Set<String> newer, Set<String> unreadable) {
    return !newer.isEmpty()
        ? Finding.bad(
            what(), "知らない形式の記録が " + newer.size() + "件あります", "このサービスを、ゲートウェイと同じ新しさのものに入れ替えてください。")
        : !unreadable.isEmpty()
            ? Finding.bad(
                what(), "読めない記録が " + unreadable.size() + "件あります", "ゲートウェイを起動し直すと、書き直されます。")
            : Finding.good(
                what(), "すべて読めます(スキーマ " + SchemaTable.standard().entries().size() + "版)");
  }
}
