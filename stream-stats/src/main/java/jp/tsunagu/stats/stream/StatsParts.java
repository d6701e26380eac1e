package jp.tsunagu.stats.stream;

import java.time.InstantSource;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.stats.figure.FigureRules;

/**
 * What the topology needs.
 *
 * @param clock tells which figures are old enough to be forgotten
 * @param end where the ledger ended when the stream began: before that is read no figure is right
 * @param figures where the figures of this instance are shown
 * @param book what was put aside of the ledger, and what a person decided about it
 * @param watch told of every change, on the stream's thread
 */
public record StatsParts(
    Topics topics,
    Codec codec,
    FigureRules rules,
    InstantSource clock,
    LedgerEnd end,
    LocalFigures figures,
    AsideBook book,
    Watch watch) {}
