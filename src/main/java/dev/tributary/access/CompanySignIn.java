package dev.tributary.access;

import org.jspecify.annotations.Nullable;

/**
 * Whether the sign-in page offers the company's own way in.
 *
 * @param label what the button says; null where there is none
 */
record CompanySignIn(@Nullable String label) {}
