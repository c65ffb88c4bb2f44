/** What people do on the pages of {@code tributary serve}, in a real browser. */
@org.jspecify.annotations.NullMarked
package dev.tributary.browser;
