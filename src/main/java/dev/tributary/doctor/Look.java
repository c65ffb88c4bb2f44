package dev.tributary.doctor;

import java.util.List;

/** One look at one thing. */
@FunctionalInterface
interface Look {

    /**
     * At least one finding.
     *
     * @throws CannotLook where something that it needs is not there
     * @throws Exception where the look itself fails
     */
    List<Finding> look() throws Exception;
}
