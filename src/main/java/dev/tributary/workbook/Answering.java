package dev.tributary.workbook;

import dev.tributary.report.Table;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Makes a sheet of cases one that can be answered, and in which nothing else can be changed by mistake. */
final class Answering {

    private Answering() {}

    static void prepare(Table.Filled filled) {
        SXSSFSheet sheet = filled.sheet();
        if (filled.last() > filled.header()) {
            choose(filled);
        }
        for (CaseColumn column : CaseColumn.values()) {
            sheet.setColumnHidden(column.ordinal(), column.isHidden());
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        protect(sheet);
    }

    private static void choose(Table.Filled filled) {
        DataValidationHelper helper = filled.sheet().getDataValidationHelper();
        offer(
                filled,
                CaseColumn.ANSWER,
                helper.createExplicitListConstraint(Choices.answers()),
                "Who is it?",
                "What each answer does is on the sheet 'How to'.");
        offer(
                filled,
                CaseColumn.KIND,
                helper.createExplicitListConstraint(Choices.kinds()),
                "Shared as",
                "For 'shared identifier' only. Left empty, it is a household.");
        String first = "$" + CellReference.convertNumToColString(CaseColumn.CONTACT_1.ordinal());
        String last = "$" + CellReference.convertNumToColString(CaseColumn.CONTACT_5.ordinal());
        int row = filled.header() + 2;
        offer(
                filled,
                CaseColumn.CONTACT,
                helper.createFormulaListConstraint(first + row + ":" + last + row),
                "Which contact",
                "Needed for 'same person' where several are proposed. With 'different people' it says that it is not this one.");
    }

    private static void offer(
            Table.Filled filled, CaseColumn column, DataValidationConstraint choice, String title, String prompt) {
        CellRangeAddressList cells =
                new CellRangeAddressList(filled.header() + 1, filled.last(), column.ordinal(), column.ordinal());
        DataValidation validation = filled.sheet().getDataValidationHelper().createValidation(choice, cells);
        // XSSF means the opposite: true shows the arrow
        validation.setSuppressDropDownArrow(true);
        validation.setEmptyCellAllowed(true);
        validation.createPromptBox(title, prompt);
        validation.setShowPromptBox(true);
        validation.setErrorStyle(
                column == CaseColumn.CONTACT ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(title, "Please choose from the list.");
        validation.setShowErrorBox(true);
        filled.sheet().addValidationData(validation);
    }

    /** Without a password: it keeps from mistakes, not from people. */
    private static void protect(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
