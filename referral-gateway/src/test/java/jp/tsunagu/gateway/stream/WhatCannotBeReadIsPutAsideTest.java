package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.RefusalCode;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatCannotBeReadIsPutAsideTest {
  private static final CaseId CASE = Commands.casesIn(0).findFirst().orElseThrow();
  private static final CaseId ELSEWHERE = Commands.casesIn(3).findFirst().orElseThrow();
  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void garbage_goes_to_the_dead_letters_with_its_reason_and_the_stream_goes_on() {
    byte[] garbage = "これは指示ではありません".getBytes(StandardCharsets.UTF_8);
    bench.sendRaw(HOKATSU, CASE.toString(), garbage);
    bench.send(SHOGAI, bench.commands.receive(CASE, bench.now(), null));
    List<TestRecord<byte[], byte[]>> dead = bench.raw(bench.topics.deadLetters());
    assertThat(dead).singleElement().satisfies(one -> assertThat(one.value()).isEqualTo(garbage));
    assertThat(reasonOf(dead.getFirst())).isEqualTo("NOT_FRAMED");
    assertThat(unreadable()).containsExactly("NOT_FRAMED");
    assertThat(bench.ledger()).hasSize(1);
  }

  @Test
  void an_unknown_schema_id_a_cut_record_and_no_value_at_all_are_told_apart() {
    byte[] command = bench.codec.encode(bench.commands.receive(CASE, bench.now(), null));
    byte[] unknown = command.clone();
    unknown[1] = 0x7f;
    bench.sendRaw(HOKATSU, CASE.toString(), unknown);
    bench.sendRaw(HOKATSU, CASE.toString(), Arrays.copyOf(command, 20));
    bench.sendRaw(HOKATSU, CASE.toString(), null);
    assertThat(unreadable()).containsExactly("SCHEMA_UNKNOWN", "BYTES_BROKEN", "NOT_FRAMED");
    assertThat(bench.ledger()).isEmpty();
  }

  @Test
  void a_record_of_the_contract_that_is_no_command_is_put_aside() {
    var notice = new CommandUnreadable(0, 0, "x", bench.now());
    bench.sendRaw(HOKATSU, CASE.toString(), bench.codec.encode(notice));
    assertThat(unreadable()).containsExactly("NOT_A_COMMAND");
  }

  @Test
  void a_command_under_another_cases_key_or_none_is_put_aside() {
    byte[] command = bench.codec.encode(bench.commands.receive(CASE, bench.now(), null));
    bench.sendRaw(HOKATSU, ELSEWHERE.toString(), command);
    bench.sendRaw(HOKATSU, null, command);
    assertThat(unreadable()).containsExactly("KEY_WRONG", "KEY_WRONG");
    assertThat(bench.ledger()).isEmpty();
  }

  @Test
  void a_command_in_a_partition_where_its_case_does_not_live_is_refused_and_may_come_again() {
    var misplaced = bench.commands.receive(ELSEWHERE, bench.now(), null);
    bench.send(HOKATSU, misplaced);
    bench.send(HOKATSU, misplaced);
    bench.send(SHOGAI, bench.commands.receive(CASE, bench.now(), null));
    assertThat(bench.read(bench.topics.inbox(HOKATSU), CommandRefused.class))
        .hasSize(2)
        .allMatch(refused -> refused.code() == RefusalCode.PARTITION_WRONG && !refused.repeated());
    assertThat(bench.read(bench.topics.inbox(SHOGAI), CommandAccepted.class)).hasSize(1);
  }

  @Test
  void nothing_of_an_agencys_own_headers_travels_on() {
    bench.sendRaw(HOKATSU, CASE.toString(), new byte[] {1, 2, 3});
    bench.send(HOKATSU, bench.commands.receive(CASE, bench.now(), null));
    assertThat(bench.raw(bench.topics.ledger()).getFirst().headers().headers("name")).isEmpty();
    assertThat(bench.meters.get("tsunagu.gateway.dead.letters").counter().count()).isEqualTo(1);
  }

  private List<String> unreadable() {
    return bench.read(bench.topics.inbox(HOKATSU), CommandUnreadable.class).stream()
        .map(CommandUnreadable::reason)
        .toList();
  }

  private static String reasonOf(TestRecord<byte[], byte[]> dead) {
    return new String(dead.headers().lastHeader("dlq-reason").value(), StandardCharsets.UTF_8);
  }
}
