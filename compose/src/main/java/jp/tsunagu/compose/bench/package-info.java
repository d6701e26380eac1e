/**
 * What a referral costs, beside the bare broker and other ways of doing the same job, in one run on
 * one machine. The load comes from a process of its own ({@link
 * jp.tsunagu.compose.bench.Generator}); the network under measurement runs in the benchmark's
 * process with everything that {@code compose/start} starts.
 */
@NullMarked
package jp.tsunagu.compose.bench;

import org.jspecify.annotations.NullMarked;
