/** What whoever runs the network is told: alerts, and a page for each. */
@NullMarked
package jp.tsunagu.compose.operation;

import org.jspecify.annotations.NullMarked;
